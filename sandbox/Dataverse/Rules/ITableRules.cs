using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rules;

/// <summary>What the platform does with the rows of one table beyond storing them. The row is the one about to be saved and may be changed.</summary>
internal interface ITableRules
{
    void Creating(DataWriter data, TableDefinition table, JObject row, RowChanges changes);

    void Updating(DataWriter data, TableDefinition table, JObject before, JObject row, RowChanges changes);
}
