using System.Text;

namespace B2BConnector.Wdl.Syntax;

/// <summary>Splits a string into plain text and "@{…}". A brace inside quotes does not close.</summary>
internal sealed class InterpolationScanner(string text)
{
    private readonly List<InterpolationPart> _parts = [];
    private readonly StringBuilder _plain = new();
    private int _position;

    public List<InterpolationPart> Scan()
    {
        while (_position < text.Length)
        {
            Step();
        }
        Flush();
        return _parts;
    }

    private void Step()
    {
        if (At("@@{"))
        {
            _plain.Append("@{");
            _position += 3;
        }
        else if (At("@{"))
        {
            Flush();
            var end = FindEnd(_position + 2);
            var span = TextSpan.FromBounds(_position, end ?? text.Length);
            _parts.Add(new(null, span, end is not null));
            _position = span.End;
        }
        else
        {
            _plain.Append(text[_position++]);
        }
    }

    private bool At(string mark) => string.CompareOrdinal(text, _position, mark, 0, mark.Length) == 0;

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

    private void Flush()
    {
        if (_plain.Length > 0)
        {
            _parts.Add(new(_plain.ToString(), new(_position - _plain.Length, _plain.Length)));
            _plain.Clear();
        }
    }
}
