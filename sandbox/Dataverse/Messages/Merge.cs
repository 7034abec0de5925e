using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Rules;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Messages;

/// <summary>
/// Merges two leads: the subordinate is deactivated with <c>merged</c> and <c>masterid</c>, and what belonged to it belongs to the target.
/// Its state after that is inferred: Disqualified, Canceled. Other tables are not needed here and are refused.
/// </summary>
[Message("Merge")]
internal sealed class Merge : IMessage
{
    private const int Disqualified = 2;
    private const int Canceled = 7;

    public JObject? Run(DataverseRequest request, DataWriter data, JObject? target, JObject body)
    {
        var parameters = new Parameters("Merge", body).Only("Target", "Subordinate", "UpdateContent", "PerformParentingChecks");
        var references = new RowReference(data);
        var (master, subordinate) = (Lead(references, "Target", parameters), Lead(references, "Subordinate", parameters));
        if (master == subordinate) throw DataverseErrors.InvalidArgument("The parameters 'Target' and 'Subordinate' of Merge name the same row.");
        if (parameters.Optional("UpdateContent") is JObject { Count: > 1 }) throw DataverseErrors.Unsupported("values in the parameter 'UpdateContent' of Merge");
        var table = data.Model.Table("lead");
        if ((int)data.Get(table, subordinate)["statecode"]! != LeadRules.Open) throw DataverseErrors.LeadClosed();
        foreach (var (other, column) in from other in data.Model.Tables from column in other.Columns where column.Name != "masterid" && column.Targets.Contains("lead") select (other, column))
        {
            foreach (var row in data.Referencing(other, column.Name, subordinate).ToList())
                data.Update(other, DataReader.IdOf(other, row), new RowChanges().SetLookup(column.Name, "lead", master), asMessage: true);
        }

        data.Update(table, subordinate, new RowChanges().Set("statecode", Disqualified).Set("statuscode", Canceled).Set("merged", true).SetLookup("masterid", "lead", master), asMessage: true);
        return null;
    }

    private static Guid Lead(RowReference references, string name, Parameters parameters) => references.Resolve(name, parameters.Object(name)) switch
    {
        { Table.LogicalName: "lead" } found => found.Id,
        { } other => throw DataverseErrors.Unsupported($"Merge of the table '{other.Table.LogicalName}'"),
        null => throw DataverseErrors.InvalidArgument($"The parameter '{name}' of Merge is required."),
    };
}
