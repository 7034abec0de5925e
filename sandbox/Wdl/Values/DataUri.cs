using System.Net;
using System.Text;

namespace B2BConnector.Wdl.Values;

/// <summary>"data:type;parameters;base64,data". Base64 data is kept as written; other data is URL-decoded ('+' is a space).</summary>
internal sealed record DataUri(string ContentType, string Base64)
{
    private const string Scheme = "data:";

    public Content Content => new(ContentType, Base64);

    public static DataUri? TryParse(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var segments = text[Scheme.Length..comma].Split(';').ToList();
        var isBase64 = segments[^1].Equals("base64", StringComparison.OrdinalIgnoreCase);
        if (isBase64)
        {
            segments.RemoveAt(segments.Count - 1);
        }
        var isPlain = segments.Count == 0 || segments is [""];
        if (!isPlain && segments.Contains(""))
        {
            return null;
        }
        var data = text[(comma + 1)..];
        return new(
            isPlain ? "text/plain" : string.Join(";", segments),
            isBase64 ? data : Convert.ToBase64String(Encoding.UTF8.GetBytes(WebUtility.UrlDecode(data))));
    }

    /// <summary>One slash in the type, at most one "=" per parameter, and a charset that exists.</summary>
    public bool IsWellFormed()
    {
        var segments = ContentType.Split(';');
        var namesCharset = segments.Skip(1).Any(s => s.TrimStart().StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return segments[0].Count(c => c == '/') == 1
            && segments.Skip(1).All(s => s.Count(c => c == '=') <= 1)
            && (!namesCharset || Values.Content.Charset(ContentType) is not null);
    }

    /// <summary>dataUriToString only looks at a charset that comes first, and accepts utf-8 there (recorded on the local host).</summary>
    public bool IsUtf8Text()
    {
        var segments = ContentType.Split(';');
        return segments.Length < 2
            || !segments[1].Trim().StartsWith("charset=", StringComparison.OrdinalIgnoreCase)
            || segments[1].Trim()["charset=".Length..].Equals("utf-8", StringComparison.OrdinalIgnoreCase);
    }
}
