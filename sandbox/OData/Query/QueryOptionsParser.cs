using System.Globalization;
using B2BConnector.OData.Expressions;

namespace B2BConnector.OData.Query;

internal static class QueryOptionsParser
{
    public static ODataResult<QueryOptions> Parse(IEnumerable<KeyValuePair<string, string>> query)
    {
        var options = new QueryOptions();
        var custom = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in query)
        {
            if (!name.StartsWith('$'))
            {
                custom[name] = value;
                continue;
            }
            if (!seen.Add(name)) return new ODataProblem($"Query option '{name}' was specified more than once, but it must be specified at most once.", 0, value);
            var next = Read(options, name.ToLowerInvariant(), value);
            if (!next.Ok) return next.Problem;
            options = next.Value;
        }
        return options with { Custom = custom };
    }

    private static ODataResult<QueryOptions> Read(QueryOptions options, string name, string value)
    {
        switch (name)
        {
            case "$filter":
                var filter = FilterParser.Parse(value);
                return filter.Ok ? options with { Filter = filter.Value } : filter.Problem;
            case "$select":
                return options with { Select = Names(value) };
            case "$orderby":
                var order = OrderByParser.Parse(value);
                return order.Ok ? options with { OrderBy = order.Value } : order.Problem;
            case "$expand":
                var expand = ExpandParser.Parse(value);
                return expand.Ok ? options with { Expand = expand.Value } : expand.Problem;
            case "$top":
                return Whole(name, value, out var top) is { } noTop ? noTop : options with { Top = top };
            case "$skip":
                return Whole(name, value, out var skip) is { } noSkip ? noSkip : options with { Skip = skip };
            case "$count":
                return bool.TryParse(value, out var count)
                    ? options with { Count = count }
                    : new ODataProblem($"Invalid value '{value}' for $count query option found. The $count query option requires a Boolean value.", 0, value);
            case "$skiptoken":
                return options with { SkipToken = value };
            case "$format" when value.Contains("json", StringComparison.OrdinalIgnoreCase):
                return options;
            default:
                return new ODataProblem($"The query parameter '{name}' is not supported.", 0, value);
        }
    }

    private static string[] Names(string value) =>
        value == "*" ? [] : value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static ODataProblem? Whole(string name, string value, out int number) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            ? null
            : new ODataProblem($"Invalid value '{value}' for {name} query option found. The {name} query option requires a non-negative integer value.", 0, value);
}
