namespace B2BConnector.OData.Query;

internal static class TextSplit
{
    /// <summary>The parts between separators that stand outside parentheses and quotes, each with its offset.</summary>
    public static IEnumerable<(string Part, int Position)> Outside(string text, char separator)
    {
        var (start, depth, quoted) = (0, 0, false);
        for (var at = 0; at < text.Length; at++)
        {
            var current = text[at];
            if (current == '\'') quoted = !quoted;
            if (quoted) continue;
            if (current == '(') depth++;
            if (current == ')') depth--;
            if (current != separator || depth > 0) continue;
            yield return (text[start..at], start);
            start = at + 1;
        }
        yield return (text[start..], start);
    }
}
