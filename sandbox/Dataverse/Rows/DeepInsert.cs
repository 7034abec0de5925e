using B2BConnector.Dataverse.Metadata;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>
/// Makes a row and the rows nested in its body, all in the transaction of the caller: what it points to first, then the row, then what
/// points to it. That nested rows keep an id of the body, as others do, is inferred.
/// </summary>
/// <remarks>https://learn.microsoft.com/power-apps/developer/data-platform/webapi/create-entity-web-api#create-related-table-rows-in-one-operation</remarks>
internal static class DeepInsert
{
    public static Guid Create(DataWriter data, TableDefinition table, JObject body) => Create(data, table, Read(data, table, body));

    private static Guid Create(DataWriter data, TableDefinition table, RowChanges changes)
    {
        foreach (var nested in changes.Nested)
        {
            if (table.Navigation(nested.Name) is not var (column, target)) continue;
            var other = data.Model.Table(target ?? throw DataverseErrors.Unsupported($"a nested row for '{nested.Name}'"));
            changes.SetLookup(column.Name, other.LogicalName, Create(data, other, Row(table, nested, nested.Value)));
        }
        var id = data.Create(table, changes);
        foreach (var nested in changes.Nested)
        {
            if (data.Model.Collection(table, nested.Name) is not { } many) continue;
            var other = data.Model.Table(many.Referencing);
            foreach (var item in nested.Value as JArray ?? throw DataverseErrors.Payload(table, $"The property '{nested.Name}' needs an array of rows."))
                Create(data, other, Read(data, other, Row(table, nested, item)).SetLookup(many.Column, table.LogicalName, id));
        }
        return id;
    }

    private static RowChanges Read(DataWriter data, TableDefinition table, JObject body) => new PayloadReader(data, table, creates: true, deep: true).Read(body);

    private static JObject Row(TableDefinition table, JProperty nested, JToken value) =>
        value as JObject ?? throw DataverseErrors.Payload(table, $"The property '{nested.Name}' needs rows, each an object.");
}
