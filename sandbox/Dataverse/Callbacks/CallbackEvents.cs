using System.Globalization;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Emulation;
using B2BConnector.OData.Evaluation;
using B2BConnector.OData.Expressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Callbacks;

/// <summary>
/// Turns a change into job rows of the same transaction, one per registration that matches: an event is never lost between the change and
/// its job, and none exists for a change that was rolled back.
/// </summary>
internal static class CallbackEvents
{
    /// <summary>Internal member of a registration row: its receiver said it does not want more.</summary>
    public const string SuspendedMember = "$suspended";

    private static readonly FilterEvaluator Evaluator = new(EvaluationOptions.Dataverse);

    public static void Raise(DataWriter data, IStoreSession store, TableDefinition table, CallbackMessage message, JObject row, IReadOnlySet<string> columns)
    {
        foreach (var registration in data.Look(data.Model.Table("callbackregistration"), [("entityname", table.LogicalName)], candidate => (string?)candidate["entityname"] == table.LogicalName))
        {
            if (!Wants(registration, data, message, row, columns)) continue;
            var id = Guid.Parse((string)registration["callbackregistrationid"]!, CultureInfo.InvariantCulture);
            var body = CallbackBody.Of(data, table, message, row, RunAs(data, registration, row));
            store.Put(CallbackJob.Table, CallbackJob.NextKey(store), CallbackJob.New(id, body, data.Now).Row);
        }
    }

    public static IEnumerable<string> FilteringAttributes(JObject registration) =>
        ((string?)registration["filteringattributes"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool Wants(JObject registration, DataWriter data, CallbackMessage message, JObject row, IReadOnlySet<string> columns)
    {
        if ((int?)registration["softdeletestatus"] == 1 || registration[SuspendedMember] is not null) return false;
        var wanted = (int)registration["message"]! switch
        {
            1 => message == CallbackMessage.Create,
            2 => message == CallbackMessage.Delete,
            3 => message == CallbackMessage.Update,
            4 => message != CallbackMessage.Delete,
            5 => message != CallbackMessage.Update,
            6 => message != CallbackMessage.Create,
            _ => true,
        };
        if (!wanted) return false;
        // Scope "user": rows of the user who registered. There is one business unit, so every wider scope sees all.
        if ((int)registration["scope"]! == 1 && Lookups.Get(row, "ownerid") != Lookups.Get(registration, "ownerid")) return false;
        // A column counts when the request named it, even when its value stays the same.
        if (message == CallbackMessage.Update && FilteringAttributes(registration).ToList() is { Count: > 0 } named && !named.Exists(columns.Contains)) return false;
        if (message == CallbackMessage.Delete || (string?)registration["filterexpression"] is not { Length: > 0 } filter) return true;
        return Evaluator.Matches(FilterParser.Parse(filter).Value!, row);
    }

    private static Guid RunAs(DataWriter data, JObject registration, JObject row) => (int?)registration["runas"] switch
    {
        1 => data.Caller.UserId,
        2 when Lookups.Get(row, "ownerid") is { Table: "systemuser" } owner => owner.Id,
        _ => Lookups.Get(registration, "createdby")!.Value.Id,
    };
}
