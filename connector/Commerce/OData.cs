namespace B2BConnector.Connector.Commerce;

/// <summary>Writes addresses of OData: literals, keys, filters.</summary>
internal static class OData
{
    /// <summary>A string literal; an apostrophe inside is doubled.</summary>
    public static string Text(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A literal of an enumeration.</summary>
    public static string Symbol(string enumeration, string symbol) => $"Microsoft.Dynamics.DataEntities.{enumeration}'{symbol}'";

    /// <summary>Key of one row, already escaped: <c>Prospects(dataAreaId='usrt',ProspectId='P-1')</c>.</summary>
    public static string Key(string set, params (string Name, string Value)[] parts) =>
        KeyOfLiterals(set, [.. parts.Select(part => (part.Name, Text(part.Value)))]);

    /// <summary>The same for keys that hold more than text; the literals come as <see cref="Text"/> and <see cref="Symbol"/> write them.</summary>
    public static string KeyOfLiterals(string set, params (string Name, string Literal)[] parts) =>
        set + "(" + string.Join(',', parts.Select(part => part.Name + "=" + Uri.EscapeDataString(part.Literal))) + ")";

    /// <summary>Address of a query over all companies: without cross-company only the user's own company is seen.</summary>
    public static string Query(string set, params (string Name, string Value)[] options) =>
        set + "?cross-company=true" + string.Concat(options.Select(option => $"&{option.Name}={Uri.EscapeDataString(option.Value)}"));
}
