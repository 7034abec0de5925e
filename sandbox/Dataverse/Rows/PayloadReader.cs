using B2BConnector.Dataverse.Metadata;
using B2BConnector.OData.Keys;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>Checks a request body against the table and turns it into <see cref="RowChanges"/>. Columns that cannot be written are ignored, as the platform does.</summary>
/// <param name="data">To resolve links.</param>
/// <param name="table">The table.</param>
/// <param name="creates">Whether a row is made of it.</param>
/// <param name="deep">Whether nested rows may come with it.</param>
internal sealed class PayloadReader(DataReader data, TableDefinition table, bool creates, bool deep = false)
{
    private const string Bind = "@odata.bind";

    public RowChanges Read(JObject body)
    {
        var changes = new RowChanges();
        foreach (var member in body.Properties())
        {
            var at = member.Name.IndexOf('@');
            if (at < 0) Member(member, changes);
            else if (member.Name.EndsWith(Bind, StringComparison.Ordinal)) Link(member.Name[..at], member.Value, changes);
        }
        return changes;
    }

    private void Member(JProperty member, RowChanges changes)
    {
        var column = table.Column(member.Name);
        if (column is null or { Kind: ColumnKind.Lookup })
        {
            Navigation(member, changes);
            return;
        }
        var value = ColumnValue.Read(table, column, member.Value);
        if (column.Kind == ColumnKind.Id) changes.Id = value.Type == JTokenType.Null ? null : Guid.Parse((string)value!);
        else if (creates ? column.Creatable : column.Updatable) changes.Set(column.Name, value);
    }

    private void Navigation(JProperty member, RowChanges changes)
    {
        if (table.ByWireName(member.Name) is { Kind: ColumnKind.Lookup })
            throw DataverseErrors.Payload(table, "CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.");
        if (table.Navigation(member.Name) is not null && member.Value.Type == JTokenType.Null)
        {
            Link(member.Name, member.Value, changes);
            return;
        }
        if (table.Navigation(member.Name) is not null || data.Model.Collection(table, member.Name) is not null)
        {
            if (!deep) throw DataverseErrors.Unsupported($"nested rows ('{member.Name}') in a PATCH; it has deep insert with POST only");
            changes.Nested.Add(member);
            return;
        }
        throw DataverseErrors.Payload(table, $"Invalid property '{member.Name}' was found in entity '{table.QualifiedName}'. Does not support untyped value in non-open type.");
    }

    private void Link(string navigation, JToken value, RowChanges changes)
    {
        if (table.Navigation(navigation) is not var (column, target))
        {
            throw DataverseErrors.Payload(table, $"An undeclared property '{navigation}' which only has property annotations in the payload but no property value was found in the payload. "
                + "In OData, only declared navigation properties and declared named streams can be represented as properties without values.");
        }
        if (!(creates ? column.Creatable : column.Updatable)) return;
        if (value.Type == JTokenType.Null)
        {
            changes.SetLookup(column.Name, null, null);
            return;
        }
        var (targetTable, id) = new RowReference(data).Resolve(table, (string?)value ?? "");
        if (target is not null ? targetTable.LogicalName != target : !column.Targets.Contains(targetTable.LogicalName))
            throw DataverseErrors.Payload(table, $"The property '{navigation}' cannot be bound to a row of '{targetTable.LogicalName}'.");
        changes.SetLookup(column.Name, targetTable.LogicalName, id);
    }
}
