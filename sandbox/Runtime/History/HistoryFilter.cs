using System.Globalization;
using System.Text.RegularExpressions;
using B2BConnector.Runtime.Storage;

namespace B2BConnector.Runtime.History;

/// <summary>$filter of the management API: comparisons of status and startTime joined with and. Becomes the condition of a statement.</summary>
internal sealed partial class HistoryFilter
{
    private readonly List<string> conditions = [];

    public List<object> Values { get; } = [];

    /// <summary>The conditions, each preceded by AND; parameters start at the given number.</summary>
    public string Sql => string.Concat(conditions.Select(condition => " AND " + condition));

    /// <exception cref="HistoryQueryException">The filter uses something else.</exception>
    public static HistoryFilter Parse(string? text, int firstParameter)
    {
        var filter = new HistoryFilter();
        foreach (var part in And().Split(text ?? "").Where(part => part.Trim().Length > 0))
        {
            var match = Comparison().Match(part);
            if (!match.Success)
            {
                throw new HistoryQueryException($"The filter '{part.Trim()}' is not supported. Use status eq '...' and startTime ge ... joined with 'and'.");
            }

            var isTime = match.Groups[1].Value.Equals("startTime", StringComparison.OrdinalIgnoreCase);
            var value = match.Groups[3].Value.Trim('\'');
            filter.Values.Add(isTime ? Time(value) : value);
            filter.conditions.Add($"{(isTime ? "start" : "status")} {Operators[match.Groups[2].Value.ToLowerInvariant()]} ${firstParameter + filter.conditions.Count} COLLATE NOCASE");
        }

        return filter;
    }

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["eq"] = "=", ["ne"] = "<>", ["ge"] = ">=", ["gt"] = ">", ["le"] = "<=", ["lt"] = "<",
    };

    private static string Time(string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? JsonText.Time(time)
            : throw new HistoryQueryException($"'{value}' is not a time.");

    [GeneratedRegex(@"\s+and\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"^\s*\(?\s*(status|startTime)\s+(eq|ne|ge|gt|le|lt)\s+('[^']*'|[^\s')]+)\s*\)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();
}
