using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Security;
using B2BConnector.OData.Evaluation;
using B2BConnector.OData.Query;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Queries;

/// <summary>
/// Adds the rows of <c>$expand</c>: one object (or null) for a lookup, an array for a collection, with the options in the parentheses. What the caller may
/// not read is not there.
/// </summary>
internal sealed class ExpandRows(DataReader data, RowWriter writer, CallerAccess access)
{
    public void Add(TableDefinition table, JObject row, JObject wire, IReadOnlyList<ExpandItem> items)
    {
        foreach (var item in items)
        {
            if (data.Model.Collection(table, item.Property) is { } many) wire[item.Property] = Collection(table, row, many, item.Options);
            else if (table.Navigation(item.Property) is var (column, target)) wire[item.Property] = Single(row, column, target, item.Options);
            else throw DataverseErrors.UnknownProperty(table, item.Property);
        }
    }

    private JToken Single(JObject row, ColumnDefinition column, string? target, QueryOptions options)
    {
        if (target is not null) QueryCheck.Check(data.Model, data.Model.Table(target), options);
        if (Lookups.Get(row, column.Name) is not { } lookup || (target ?? lookup.Table) != lookup.Table) return JValue.CreateNull();
        var other = data.Model.Table(lookup.Table);
        if (target is null) QueryCheck.Check(data.Model, other, options);
        return data.Look(other, lookup.Id) is { } found && access.Can(AccessRight.Read, other, found) ? Wire(other, found, options) : JValue.CreateNull();
    }

    private JArray Collection(TableDefinition table, JObject row, CollectionRelationship many, QueryOptions options)
    {
        var other = data.Model.Table(many.Referencing);
        QueryCheck.Check(data.Model, other, options);
        var rows = data.LookReferencing(other, many.Column, DataReader.IdOf(table, row));
        rows = rows.Where(found => access.Can(AccessRight.Read, other, found));
        if (options.Filter is { } filter) rows = rows.Where(new FilterRows(data, other, filter).Passes);
        rows = new RowOrder(EvaluationOptions.Dataverse).Apply(rows, options.OrderBy);
        if (options.Top is { } top) rows = rows.Take(top);
        return new JArray(rows.Select(found => Wire(other, found, options)));
    }

    private JObject Wire(TableDefinition table, JObject row, QueryOptions options)
    {
        var wire = writer.Write(table, row, options.Select);
        Add(table, row, wire, options.Expand);
        return wire;
    }
}
