namespace B2BConnector.CustomCode.Dataverse;

/// <summary>A read of one table.</summary>
/// <param name="Set">Entity set name, such as <c>accounts</c>.</param>
/// <param name="Columns">Columns as the Web API names them (lookups: <c>_x_value</c>).</param>
/// <param name="Filter">OData filter; texts in it come from <see cref="Literal"/>.</param>
/// <param name="Expand">Related rows with their columns, as <c>$expand</c> has them; null without.</param>
internal sealed record RowQuery(string Set, IReadOnlyList<string> Columns, string Filter, string? Expand = null)
{
    /// <summary>The URL relative to the Web API's root.</summary>
    public string Url => $"{Set}?$select={string.Join(',', Columns)}&$filter={Uri.EscapeDataString(Filter)}{(Expand is null ? "" : $"&$expand={Uri.EscapeDataString(Expand)}")}";

    /// <summary>A text as an OData literal: quoted, quotes inside doubled.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
