using System.Text;
using System.Text.RegularExpressions;

namespace B2BConnector.OData.Evaluation;

/// <summary>Text patterns of the two systems as one matcher. Bounded by a time limit, since the pattern comes from a caller.</summary>
public static class LikePattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>SQL <c>LIKE</c>: <c>%</c> any text, <c>_</c> one character, <c>[..]</c> and <c>[^..]</c> a set.</summary>
    public static bool Sql(string value, string pattern, StringComparison comparison) => Match(value, FromSql(pattern), comparison);

    /// <summary>Finance and operations: <c>*</c> any text.</summary>
    public static bool Asterisk(string value, string pattern, StringComparison comparison) =>
        Match(value, Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal), comparison);

    private static bool Match(string value, string pattern, StringComparison comparison)
    {
        var options = RegexOptions.Singleline | RegexOptions.CultureInvariant;
        if (comparison is StringComparison.OrdinalIgnoreCase or StringComparison.InvariantCultureIgnoreCase) options |= RegexOptions.IgnoreCase;
        return Regex.IsMatch(value, $"^(?:{pattern})$", options, Limit);
    }

    private static string FromSql(string pattern)
    {
        var regex = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            var close = pattern[at] == '[' ? pattern.IndexOf(']', at + 1) : -1;
            if (close > at + 1)
            {
                var set = pattern[(at + 1)..close];
                var negated = set[0] == '^';
                regex.Append(negated ? "[^" : "[").Append(set[(negated ? 1 : 0)..].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)).Append(']');
                at = close;
                continue;
            }
            regex.Append(pattern[at] switch { '%' => ".*", '_' => ".", var other => Regex.Escape(other.ToString()) });
        }
        return regex.ToString();
    }
}
