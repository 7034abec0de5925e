namespace B2BConnector.OData.Evaluation;

/// <summary>
/// Text patterns of the two systems, matched without regular expressions: the time grows with text times pattern at worst, whatever a caller sends.
/// </summary>
public static class LikePattern
{
    /// <summary>SQL <c>LIKE</c>: <c>%</c> any text, <c>_</c> one character, <c>[a-z]</c> and <c>[^a-z]</c> a set. A set that is not closed stands for itself.</summary>
    public static bool Sql(string value, string pattern, StringComparison comparison) => Match(value, LikeSymbol.FromSql(pattern, comparison), comparison);

    /// <summary>Finance and operations: <c>*</c> any text.</summary>
    public static bool Asterisk(string value, string pattern, StringComparison comparison) =>
        Match(value, [.. pattern.Select(character => character == '*' ? LikeSymbol.AnyText : LikeSymbol.Exactly(character, comparison))], comparison);

    // Two pointers: after a mismatch only the last "any text" takes one character more.
    private static bool Match(string value, List<LikeSymbol> pattern, StringComparison comparison)
    {
        var (at, symbol, lastAny, resume) = (0, 0, -1, 0);
        while (at < value.Length)
        {
            if (symbol < pattern.Count && pattern[symbol] == LikeSymbol.AnyText)
            {
                (lastAny, resume) = (symbol++, at);
            }
            else if (symbol < pattern.Count && pattern[symbol].Accepts(LikeSymbol.Fold(value[at], comparison)))
            {
                (at, symbol) = (at + 1, symbol + 1);
            }
            else if (lastAny >= 0)
            {
                (at, symbol) = (++resume, lastAny + 1);
            }
            else
            {
                return false;
            }
        }
        while (symbol < pattern.Count && pattern[symbol] == LikeSymbol.AnyText) symbol++;
        return symbol == pattern.Count;
    }
}
