using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>One parsed JSON file that still knows where each of its values stands in the text.</summary>
/// <remarks>Newtonsoft's own line info points behind a value; a person needs the place where it begins.</remarks>
public sealed class JsonSource
{
    private readonly IReadOnlyDictionary<JToken, int> starts;
    private readonly Lazy<int[]> lines;

    internal JsonSource(string file, string text, JToken root, IReadOnlyDictionary<JToken, int> starts)
    {
        File = file;
        Text = text;
        Root = root;
        this.starts = starts;
        lines = new Lazy<int[]>(() => LineStarts(Text));
    }

    /// <summary>Where the first comment stands; null without.</summary>
    internal int? FirstComment { get; init; }

    /// <summary>Path of the file as it is shown to people.</summary>
    public string File { get; }

    /// <summary>The text as it was read.</summary>
    public string Text { get; }

    /// <summary>The parsed value.</summary>
    public JToken Root { get; }

    /// <summary>Gives 1-based line and column of a JSON path (deepest part that exists), or of a place inside the string there.</summary>
    public (int Line, int Column) Locate(string path, TextSpan? span = null)
    {
        var token = Root;
        var rest = path.AsSpan();
        JToken place = Root;
        while (rest.Length > 0 && Step(token, ref rest) is { } next)
        {
            place = next;
            token = next is JProperty property ? property.Value : next;
        }

        // A problem of a whole property is shown at its value; one of a missing part at the object that misses it.
        var start = starts.TryGetValue(token, out var known) ? known : starts.GetValueOrDefault(place);
        return Position(span is { } inside && token.Type == JTokenType.String ? InsideString(start, inside.Start) : start);
    }

    /// <summary>1-based line and column of the name of a property.</summary>
    public (int Line, int Column) LocateName(JProperty property) => Position(starts.GetValueOrDefault(property));

    private static JToken? Step(JToken token, ref ReadOnlySpan<char> rest)
    {
        if (rest[0] == '.')
        {
            rest = rest[1..];
        }

        if (token is JArray array && rest.Length > 0 && rest[0] == '[')
        {
            var end = rest.IndexOf(']');
            if (end < 0 || !int.TryParse(rest[1..end], out var index) || index < 0 || index >= array.Count)
            {
                return null;
            }

            rest = rest[(end + 1)..];
            return array[index];
        }

        JProperty? best = null;
        var bestLength = -1;
        if (token is JObject json)
        {
            foreach (var property in json.Properties())
            {
                var length = MatchLength(property.Name, rest);
                if (length > bestLength)
                {
                    (best, bestLength) = (property, length);
                }
            }
        }

        if (best is not null)
        {
            rest = rest[bestLength..];
        }

        return best;
    }

    private static int MatchLength(string name, ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith(name) && (rest.Length == name.Length || rest[name.Length] is '.' or '['))
        {
            return name.Length;
        }

        var bracketed = $"['{name}']";
        return rest.StartsWith(bracketed) ? bracketed.Length : -1;
    }

    private int InsideString(int start, int characters)
    {
        var at = start + 1;
        for (var left = characters; left > 0 && at < Text.Length; left--)
        {
            at += Text[at] != '\\' ? 1 : at + 1 < Text.Length && Text[at + 1] == 'u' ? 6 : 2;
        }

        return at;
    }

    internal (int Line, int Column) Position(int offset)
    {
        var found = Array.BinarySearch(lines.Value, offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - lines.Value[line] + 1);
    }

    internal static (int Line, int Column) Position(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            starts.Add(end + 1);
        }

        return [.. starts];
    }
}
