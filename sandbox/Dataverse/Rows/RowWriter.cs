using B2BConnector.Dataverse.Metadata;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>A stored row as the wire shows it: etag, readable columns, nulls, annotations.</summary>
internal sealed class RowWriter(DataReader data, Annotations annotations)
{
    /// <param name="table">The table.</param>
    /// <param name="row">The stored row.</param>
    /// <param name="select">Wire names; empty = all. The id always comes along.</param>
    /// <param name="omitNulls">True for rows of saved queries and FetchXML.</param>
    public JObject Write(TableDefinition table, JObject row, IReadOnlyCollection<string> select, bool omitNulls = false)
    {
        var result = new JObject();
        if (row["versionnumber"] is { } version) result["@odata.etag"] = $"W/\"{version}\"";
        foreach (var column in table.Columns.Where(column => column.Readable))
        {
            if (select.Count > 0 && column.Name != table.PrimaryId && !select.Contains(column.WireName)) continue;
            var value = row[column.WireName];
            if (value is null && omitNulls) continue;
            if (value is not null) Annotate(result, row, column, value);
            result[column.WireName] = value?.DeepClone() ?? JValue.CreateNull();
        }
        return result;
    }

    private void Annotate(JObject result, JObject row, ColumnDefinition column, JToken value)
    {
        if (annotations.Wants(Annotations.FormattedValue) && Formatted(row, column, value) is { } text)
            result[$"{column.WireName}@{Annotations.FormattedValue}"] = text;
        if (Lookups.Get(row, column.Name) is not { } lookup) return;
        if (annotations.Wants(Annotations.NavigationProperty)) result[$"{column.WireName}@{Annotations.NavigationProperty}"] = column.Navigation(lookup.Table);
        if (annotations.Wants(Annotations.LookupTable)) result[$"{column.WireName}@{Annotations.LookupTable}"] = lookup.Table;
    }

    private string? Formatted(JObject row, ColumnDefinition column, JToken value) => column.Kind switch
    {
        ColumnKind.Lookup => Lookups.Get(row, column.Name) is { } lookup && data.Model.Table(lookup.Table) is var target
            ? (string?)data.Find(target, lookup.Id)?[target.PrimaryName]
            : null,
        ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => column.Options.GetValueOrDefault((int)value),
        ColumnKind.Flag => column.Options.GetValueOrDefault((bool)value ? 1 : 0),
        _ => ValueFormat.Text(column.Kind, value),
    };
}
