using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rules;

/// <summary>A note knows what kind of row it is on.</summary>
internal sealed class AnnotationRules : ITableRules
{
    public void Creating(DataWriter data, TableDefinition table, JObject row, RowChanges changes) => Describe(row);

    public void Updating(DataWriter data, TableDefinition table, JObject before, JObject row, RowChanges changes) => Describe(row);

    private static void Describe(JObject row)
    {
        row["objecttypecode"] = Lookups.Get(row, "objectid") is { } target ? target.Table : JValue.CreateNull();
        row["isdocument"] = row["documentbody"] is { Type: JTokenType.String };
    }
}
