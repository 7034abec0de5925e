namespace B2BConnector.OData.Evaluation;

/// <summary>One symbol of a pattern: any text, or what one character may be.</summary>
internal sealed class LikeSymbol(Predicate<char> accepts)
{
    public static readonly LikeSymbol AnyText = new(_ => true);

    private static readonly LikeSymbol AnyCharacter = new(_ => true);

    /// <summary>True when the folded character fits.</summary>
    public bool Accepts(char character) => accepts(character);

    public static LikeSymbol Exactly(char character, StringComparison comparison)
    {
        var wanted = Fold(character, comparison);
        return new(other => other == wanted);
    }

    /// <summary>The character as it is compared.</summary>
    public static char Fold(char character, StringComparison comparison) =>
        comparison is StringComparison.Ordinal or StringComparison.InvariantCulture or StringComparison.CurrentCulture ? character : char.ToUpperInvariant(character);

    public static List<LikeSymbol> FromSql(string pattern, StringComparison comparison)
    {
        var symbols = new List<LikeSymbol>();
        for (var at = 0; at < pattern.Length; at++)
        {
            var close = pattern[at] == '[' ? pattern.IndexOf(']', at + 1) : -1;
            if (close > at + 1)
            {
                symbols.Add(Set(pattern[(at + 1)..close], comparison));
                at = close;
                continue;
            }
            symbols.Add(pattern[at] switch { '%' => AnyText, '_' => AnyCharacter, var other => Exactly(other, comparison) });
        }
        return symbols;
    }

    private static LikeSymbol Set(string text, StringComparison comparison)
    {
        var negated = text[0] == '^';
        var ranges = new List<(char From, char To)>();
        for (var at = negated ? 1 : 0; at < text.Length; at++)
        {
            var isRange = at + 2 < text.Length && text[at + 1] == '-';
            ranges.Add((Fold(text[at], comparison), Fold(text[isRange ? at + 2 : at], comparison)));
            if (isRange) at += 2;
        }
        return new(character => ranges.Exists(range => range.From <= character && character <= range.To) != negated);
    }
}
