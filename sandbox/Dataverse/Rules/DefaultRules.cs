using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rules;

/// <summary>Tables without rules of their own: state and status must fit together.</summary>
internal sealed class DefaultRules : ITableRules
{
    public void Creating(DataWriter data, TableDefinition table, JObject row, RowChanges changes) => StateAndStatus.Complete(table, null, row, changes);

    public void Updating(DataWriter data, TableDefinition table, JObject before, JObject row, RowChanges changes) => StateAndStatus.Complete(table, before, row, changes);
}
