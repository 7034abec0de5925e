namespace B2BConnector.Wdl.Syntax;

/// <summary>Splits a string into plain text and "@{…}". A brace inside quotes does not close.</summary>
internal sealed class InterpolationScanner(string text)
{
    private readonly List<InterpolationPart> _parts = [];

    public List<InterpolationPart> Scan()
    {
        var from = 0;
        while (from < text.Length)
        {
            var mark = text.IndexOf("@{", from, StringComparison.Ordinal);
            if (mark < 0)
            {
                Plain(from, text.Length, "");
                break;
            }
            from = mark > from && text[mark - 1] == '@' ? Escaped(from, mark) : Expression(from, mark);
        }
        return _parts;
    }

    /// <summary>"@@{" is the text "@{".</summary>
    private int Escaped(int from, int mark)
    {
        Plain(from, mark - 1, "@{");
        return mark + 2;
    }

    private int Expression(int from, int mark)
    {
        Plain(from, mark, "");
        var end = FindEnd(mark + 2);
        var span = TextSpan.FromBounds(mark, end ?? text.Length);
        _parts.Add(new(null, span, end is not null));
        return span.End;
    }

    private void Plain(int from, int to, string more)
    {
        if (to > from || more.Length > 0)
        {
            _parts.Add(new(string.Concat(text.AsSpan(from, to - from), more), TextSpan.FromBounds(from, to)));
        }
    }

    private int? FindEnd(int from)
    {
        var quoted = false;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\'')
            {
                quoted = !quoted; // a doubled quote toggles twice
            }
            else if (text[i] == '}' && !quoted)
            {
                return i + 1;
            }
        }
        return null;
    }
}
