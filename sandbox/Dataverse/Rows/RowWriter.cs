using B2BConnector.Dataverse.Metadata;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>A stored row as the wire shows it: etag, readable columns, nulls, annotations.</summary>
internal sealed class RowWriter(DataReader data, Annotations annotations)
{
    // Which columns are shown follows from the query: found once, not for each row.
    private (TableDefinition Table, IReadOnlyCollection<string> Select, List<ColumnDefinition> Columns)? _shown;

    /// <param name="table">The table.</param>
    /// <param name="row">The stored row.</param>
    /// <param name="select">Wire names; empty = all. The id always comes along.</param>
    /// <param name="omitNulls">True for rows of saved queries and FetchXML.</param>
    public JObject Write(TableDefinition table, JObject row, IReadOnlyCollection<string> select, bool omitNulls = false)
    {
        var result = new JObject();
        if (row["versionnumber"] is { } version) result["@odata.etag"] = $"W/\"{version}\"";
        foreach (var column in Shown(table, select))
        {
            var value = row[column.WireName];
            if (value is null && omitNulls) continue;
            if (value is not null) Annotate(result, row, column, value);
            result.Add(column.WireName, value?.DeepClone() ?? JValue.CreateNull());
        }
        return result;
    }

    private List<ColumnDefinition> Shown(TableDefinition table, IReadOnlyCollection<string> select)
    {
        if (_shown is not var (of, by, columns) || of != table || by != select)
        {
            columns = [.. table.Columns.Where(column => column.Readable && (select.Count == 0 || column.Name == table.PrimaryId || select.Contains(column.WireName)))];
            _shown = (table, select, columns);
        }
        return columns;
    }

    private void Annotate(JObject result, JObject row, ColumnDefinition column, JToken value)
    {
        if (annotations.Wants(Annotations.FormattedValue) && Formatted(row, column, value) is { } text)
            result[$"{column.WireName}@{Annotations.FormattedValue}"] = text;
        if (column.Kind != ColumnKind.Lookup || Lookups.Get(row, column.Name) is not { } lookup) return;
        if (annotations.Wants(Annotations.NavigationProperty)) result[$"{column.WireName}@{Annotations.NavigationProperty}"] = column.Navigation(lookup.Table);
        if (annotations.Wants(Annotations.LookupTable)) result[$"{column.WireName}@{Annotations.LookupTable}"] = lookup.Table;
    }

    private string? Formatted(JObject row, ColumnDefinition column, JToken value) => column.Kind switch
    {
        ColumnKind.Lookup => Lookups.Get(row, column.Name) is { } lookup && data.Model.Table(lookup.Table) is var target
            ? (string?)data.Look(target, lookup.Id)?[target.PrimaryName]
            : null,
        ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => column.Options.GetValueOrDefault((int)value),
        ColumnKind.Flag => column.Options.GetValueOrDefault((bool)value ? 1 : 0),
        _ => ValueFormat.Text(column.Kind, value),
    };
}
