using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rules;

/// <summary>An update can reopen an opportunity; closing it takes WinOpportunity or LoseOpportunity.</summary>
internal sealed class OpportunityRules : ITableRules
{
    public const int Open = 0;
    public const int Won = 1;
    public const int Lost = 2;

    public void Creating(DataWriter data, TableDefinition table, JObject row, RowChanges changes) => StateAndStatus.Complete(table, null, row, changes);

    public void Updating(DataWriter data, TableDefinition table, JObject before, JObject row, RowChanges changes)
    {
        if (changes.Columns.Contains("statecode"))
        {
            if ((int)row["statecode"]! is var state && state != Open)
                throw DataverseErrors.UseWinOrLose(table.Column("statecode")!.Options.GetValueOrDefault(state, state.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            if (StateAndStatus.IsRepeated(before, row, changes)) throw DataverseErrors.OpportunityOpen();
        }
        StateAndStatus.Complete(table, before, row, changes);
    }
}
