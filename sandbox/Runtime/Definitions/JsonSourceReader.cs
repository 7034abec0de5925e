using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Strict JSON reader that keeps the offset of every value and property name. Comments are skipped, as the host does in its settings files.</summary>
internal sealed class JsonSourceReader
{
    private const int MaximumDepth = 256;
    private readonly string text;
    private readonly Dictionary<JToken, int> starts = new(ReferenceEqualityComparer.Instance);
    private readonly List<(JProperty Property, int Offset)> duplicates = [];
    private int at;
    private int? firstComment;
    private int depth;

    private JsonSourceReader(string text) => this.text = text;

    /// <summary>Reads a file's text; names that occur twice in one object are handed to <paramref name="duplicate"/> (name, path of the object, offset).</summary>
    /// <exception cref="JsonSyntaxException">The text is no JSON.</exception>
    public static JsonSource Read(string file, string text, Action<string, string, int>? duplicate = null)
    {
        var reader = new JsonSourceReader(text);
        if (text.Length > 0 && text[0] == '\uFEFF')
        {
            reader.at = 1;
        }

        var root = reader.Value();
        reader.Blank();
        if (reader.at < text.Length)
        {
            throw new JsonSyntaxException($"Unexpected character '{text[reader.at]}' after the end of the value.", reader.at);
        }

        foreach (var (property, offset) in reader.duplicates)
        {
            duplicate?.Invoke(property.Name, property.Parent?.Path ?? "", offset);
        }

        return new JsonSource(file, text, root, reader.starts) { FirstComment = reader.firstComment };
    }

    private JToken Value()
    {
        Blank();
        var start = at;
        JToken value = Peek() switch
        {
            '{' => Object(),
            '[' => Array(),
            '"' => new JValue(String()),
            't' => Word("true", new JValue(true)),
            'f' => Word("false", new JValue(false)),
            'n' => Word("null", JValue.CreateNull()),
            '-' or (>= '0' and <= '9') => Number(),
            '\0' => throw new JsonSyntaxException("The file ends where a value is expected.", at),
            var other => throw new JsonSyntaxException($"Unexpected character '{other}' where a value is expected.", at),
        };
        starts[value] = start;
        return value;
    }

    private JObject Object()
    {
        Enter();
        var json = new JObject();
        while (true)
        {
            Blank();
            if (json.Count == 0 && Peek() == '}')
            {
                break;
            }

            var start = at;
            if (Peek() != '"')
            {
                throw new JsonSyntaxException(Peek() == '}' ? "A comma is not allowed before '}'." : "A property name in double quotes is expected.", at);
            }

            var name = String();
            Blank();
            Expect(':');
            var value = Value();
            if (json.Property(name, StringComparison.Ordinal) is { } first)
            {
                duplicates.Add((first, start));
            }
            else
            {
                var property = new JProperty(name, value);
                starts[property] = start;
                json.Add(property);
            }

            Blank();
            if (Peek() != ',')
            {
                break;
            }

            at++;
        }

        Blank();
        Expect('}');
        depth--;
        return json;
    }

    private JArray Array()
    {
        Enter();
        var array = new JArray();
        Blank();
        if (Peek() != ']')
        {
            array.Add(Value());
            for (Blank(); Peek() == ','; Blank())
            {
                at++;
                array.Add(Value());
            }
        }

        Expect(']');
        depth--;
        return array;
    }

    private void Enter()
    {
        at++;
        if (++depth > MaximumDepth)
        {
            throw new JsonSyntaxException($"Objects and arrays are nested deeper than {MaximumDepth} levels.", at);
        }
    }

    private string String()
    {
        var start = at++;
        var result = new StringBuilder();
        while (true)
        {
            var c = Peek();
            if (at >= text.Length || c is '\n' or '\r')
            {
                throw new JsonSyntaxException("The string is not closed on its line.", start);
            }

            at++;
            if (c == '"')
            {
                return result.ToString();
            }

            result.Append(c == '\\' ? Escape() : c);
        }
    }

    private char Escape()
    {
        var c = Peek();
        at++;
        switch (c)
        {
            case '"' or '\\' or '/': return c;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when at + 4 <= text.Length && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default: throw new JsonSyntaxException("The escape sequence in the string is not valid.", at - 2);
        }
    }

    private JValue Number()
    {
        var start = at;
        while (Peek() is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
        {
            at++;
        }

        var number = text.AsSpan(start, at - start);
        if (number.IndexOfAny('.', 'e', 'E') < 0 && long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return new JValue(whole);
        }

        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            ? new JValue(real)
            : throw new JsonSyntaxException($"'{number}' is not a number.", start);
    }

    private JValue Word(string word, JValue value)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
        {
            throw new JsonSyntaxException($"'{word}' is expected here.", at);
        }

        at += word.Length;
        return value;
    }

    private void Blank()
    {
        while (at < text.Length)
        {
            if (text[at] is ' ' or '\t' or '\r' or '\n')
            {
                at++;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] is '/' or '*')
            {
                firstComment ??= at;
                var end = text[at + 1] == '/' ? text.IndexOf('\n', at) : text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? text.Length : end + (text[at + 1] == '/' ? 1 : 2);
            }
            else
            {
                return;
            }
        }
    }

    private char Peek() => at < text.Length ? text[at] : '\0';

    private void Expect(char c)
    {
        if (Peek() != c)
        {
            throw new JsonSyntaxException(at >= text.Length ? $"The file ends where '{c}' is expected." : $"'{c}' is expected, but '{Peek()}' stands here.", at);
        }

        at++;
    }
}
