using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>The query options the connector writes: filters of "field eq literal" joined by and.</summary>
internal sealed partial class FakeQuery
{
    private readonly Dictionary<string, string> _options = [];

    public int PageStart => Number("$pagestart") ?? 0;

    public static FakeQuery Parse(string query)
    {
        var parsed = new FakeQuery();
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            parsed._options[Uri.UnescapeDataString(parts[0])] = Uri.UnescapeDataString(parts[1]);
        }

        if (!parsed._options.TryGetValue("cross-company", out var all) || all != "true")
        {
            throw new InvalidOperationException("The connector asked without cross-company=true.");
        }

        return parsed;
    }

    public IEnumerable<JsonObject> Select(IEnumerable<JsonObject> rows)
    {
        if (_options.TryGetValue("$filter", out var filter))
        {
            foreach (Match term in Term().Matches(filter))
            {
                var value = (term.Groups["text"].Success ? term.Groups["text"] : term.Groups["symbol"]).Value.Replace("''", "'", StringComparison.Ordinal);
                rows = rows.Where(row => string.Equals(row[term.Groups["field"].Value]?.ToString(), value, StringComparison.OrdinalIgnoreCase));
            }
        }

        if (_options.TryGetValue("$orderby", out var order))
        {
            var words = order.Split(' ');
            rows = words is [_, "desc"] ? rows.OrderByDescending(row => row[words[0]]?.ToString(), StringComparer.Ordinal) : rows.OrderBy(row => row[order]?.ToString(), StringComparer.Ordinal);
        }

        rows = rows.Skip(Number("$skip") ?? 0);
        return Number("$top") is { } top ? rows.Take(top) : rows;
    }

    public JsonObject Expand(JsonObject row, FakeTables tables)
    {
        var copy = row.DeepClone().AsObject();
        switch (_options.GetValueOrDefault("$expand"))
        {
            case "Party":
                copy["Party"] = tables.Of("CDSParties").FirstOrDefault(party => party["PartyNumber"]?.ToString() == row["ProspectPartyNumber"]?.ToString())?.DeepClone();
                break;
            case "CustomerHierarchyNode":
                copy["CustomerHierarchyNode"] = new JsonArray([.. tables.Of("CustomerHierarchyNodes")
                    .Where(node => node["CustomerHierarchyId"]?.ToString() == row["CustomerHierarchyId"]?.ToString()).Select(node => node.DeepClone())]);
                break;
        }

        return copy;
    }

    public string NextLink(Uri address, int start)
    {
        var query = string.Join('&', _options.Where(option => option.Key != "$pagestart").Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}"));
        return $"{address.GetLeftPart(UriPartial.Path)}?{query}&$pagestart={start}";
    }

    private int? Number(string option) => _options.TryGetValue(option, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<field>\w+) eq (?:'(?<text>(?:[^']|'')*)'|[\w.]+'(?<symbol>[^']*)')")]
    private static partial Regex Term();
}
