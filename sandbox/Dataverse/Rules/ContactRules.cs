using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rules;

internal sealed class ContactRules : ITableRules
{
    public void Creating(DataWriter data, TableDefinition table, JObject row, RowChanges changes)
    {
        StateAndStatus.Complete(table, null, row, changes);
        FullName.Compute(row);
    }

    public void Updating(DataWriter data, TableDefinition table, JObject before, JObject row, RowChanges changes)
    {
        StateAndStatus.Complete(table, before, row, changes);
        FullName.Compute(row);
    }
}
