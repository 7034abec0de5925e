using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rules;

/// <summary>Open → Disqualified only without an opportunity, closed → Open; Qualified only through the message. A closed lead stays editable over the API (read-only is a matter of the form; inferred).</summary>
internal sealed class LeadRules : ITableRules
{
    public const int Open = 0;
    public const int Qualified = 1;

    public void Creating(DataWriter data, TableDefinition table, JObject row, RowChanges changes)
    {
        StateAndStatus.Complete(table, null, row, changes);
        FullName.Compute(row);
    }

    public void Updating(DataWriter data, TableDefinition table, JObject before, JObject row, RowChanges changes)
    {
        var (from, to) = ((int)before["statecode"]!, (int)row["statecode"]!);
        if (changes.Columns.Contains("statecode"))
        {
            if (from == Open && StateAndStatus.IsRepeated(before, row, changes)) throw DataverseErrors.LeadOpen();
            if (from != Open && to != Open) throw DataverseErrors.LeadClosed();
            if (from == Open && to == Qualified) throw DataverseErrors.UseQualifyLead();
        }
        StateAndStatus.Complete(table, before, row, changes);
        if (from == Open && to > Qualified && HasOpportunity(data, table, before)) throw DataverseErrors.LeadHasOpportunity();
        FullName.Compute(row);
    }

    private static bool HasOpportunity(DataWriter data, TableDefinition table, JObject lead) =>
        Lookups.Get(lead, "qualifyingopportunityid") is not null
        || data.LookReferencing(data.Model.Table("opportunity"), "originatingleadid", DataReader.IdOf(table, lead)).Any();
}
