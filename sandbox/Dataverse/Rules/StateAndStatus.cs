using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rules;

/// <summary>The pair (statecode, statuscode): a state without status takes its default, a status must belong to the state.</summary>
internal static class StateAndStatus
{
    public static void Complete(TableDefinition table, JObject? before, JObject row, RowChanges changes)
    {
        if (table.Column("statecode") is not { } state || table.Column("statuscode") is not { } status) return;
        var value = (int)row["statecode"]!;
        var entered = before is null || (int)before["statecode"]! != value;
        if (!changes.Columns.Contains("statuscode") && entered)
        {
            row["statuscode"] = state.Pairs[value];
            return;
        }
        if ((int?)row["statuscode"] is not { } reason || !status.Pairs.TryGetValue(reason, out var owner) || owner != value) throw DataverseErrors.StateAndStatus();
    }

    /// <summary>True when the request names a state and changes nothing by it.</summary>
    public static bool IsRepeated(JObject before, JObject row, RowChanges changes) =>
        changes.Columns.Contains("statecode") && (int)before["statecode"]! == (int)row["statecode"]!
        && (!changes.Columns.Contains("statuscode") || (int)before["statuscode"]! == (int)row["statuscode"]!);
}
