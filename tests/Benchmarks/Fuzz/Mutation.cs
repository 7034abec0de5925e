namespace B2BConnector.Benchmarks.Fuzz;

/// <summary>Makes a new template of known ones.</summary>
internal static class Mutation
{
    private static readonly string[] Pieces =
    [
        "'", "''", "(", ")", "[", "]", "?", ".", ",", "@", "@{", "}", "@@", "\"", "{", " ", "null", "true", "-1", "0", "9223372036854775807", "1e308", "0.1", "''", "\u0000", "\uD800", "é", "😀",
        "range(1,100000)", "json('{}')", "json('[]')", "binary('x')", "xml('<a/>')", "createArray(1,null,'a')", "variables('v')", "triggerBody()", "item()", "utcNow()", "decimal('1.0')", "float('NaN')",
        "'//*[.//*]'", "'yyyy-MM-dd'", "'de-DE'", "'Europe/Berlin'", "'data:,x'", "'https://a/b?c#d'", "'<a b=\"c\">d</a>'", "'{\"a\":[1]}'", "'%E2%82'", "'0001-01-01T00:00:00+14:00'",
    ];

    public static string Of(Random random, IReadOnlyList<string> corpus)
    {
        var text = corpus[random.Next(corpus.Count)];
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            text = Once(random, text, corpus);
        }
        return text;
    }

    private static string Once(Random random, string text, IReadOnlyList<string> corpus)
    {
        var at = random.Next(text.Length + 1);
        var to = Math.Min(text.Length, at + random.Next(1, 12));
        return random.Next(9) switch
        {
            0 => text.Remove(at, to - at),
            1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            2 => string.Concat(text.AsSpan(0, at), Pieces[random.Next(Pieces.Length)], text.AsSpan(to)),
            3 => text.Insert(at, string.Concat(Enumerable.Repeat(text[at..to], random.Next(1, 200)))),
            4 => string.Concat(text.AsSpan(0, at), ((char)random.Next(0x10000)).ToString(), text.AsSpan(Math.Min(text.Length, at + 1))),
            5 => Nested(random, text, corpus[random.Next(corpus.Count)]),
            6 => Argument(random, text, corpus[random.Next(corpus.Count)]),
            7 => text + corpus[random.Next(corpus.Count)],
            _ => Renamed(random, text, corpus[random.Next(corpus.Count)]),
        };
    }

    /// <summary>A whole expression in the place of a quoted text.</summary>
    private static string Argument(Random random, string text, string other)
    {
        var quote = text.IndexOf('\'', random.Next(text.Length + 1));
        var end = quote < 0 ? -1 : text.IndexOf('\'', quote + 1);
        return end < 0 ? text : string.Concat(text.AsSpan(0, quote), other.TrimStart('@'), text.AsSpan(end + 1));
    }

    /// <summary>One expression as the first argument of the other.</summary>
    private static string Nested(Random random, string text, string other)
    {
        var open = text.IndexOf('(', random.Next(text.Length + 1));
        return open < 0 ? text : text.Insert(open + 1, other.TrimStart('@') + (random.Next(2) == 0 ? "," : ""));
    }

    /// <summary>The function of the other with these arguments.</summary>
    private static string Renamed(Random random, string text, string other)
    {
        var (open, otherOpen) = (text.IndexOf('(', StringComparison.Ordinal), other.IndexOf('(', StringComparison.Ordinal));
        return open < 0 || otherOpen < 0 || random.Next(4) == 0 ? text : string.Concat(other.AsSpan(0, otherOpen), text.AsSpan(open));
    }
}
