using System.Text;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>
/// The platform's envelope for content that is neither JSON nor text: {"$content-type": …, "$content": base64}.
/// The base64 text is kept as it came; it is decoded only when somebody looks inside.
/// </summary>
internal sealed record Content(string ContentType, string Base64)
{
    public const string Binary = "application/octet-stream";
    public const string Xml = "application/xml;charset=utf-8";

    private static readonly HashSet<string> Members = ["$content-type", "$content", "$formdata", "$multipart"];

    public byte[] Bytes => TryDecode(Base64)
        ?? throw new WdlException("The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.");

    /// <summary>The bytes as text, by the charset of the content type, UTF-8 if it names none that exists.</summary>
    public string Text => (Charset(ContentType) ?? Encoding.UTF8).GetString(Bytes);

    public bool IsXml => MediaType.EndsWith("/xml", StringComparison.OrdinalIgnoreCase) || MediaType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);

    public string MediaType => ContentType.Split(';')[0].Trim();

    public static Content Of(string contentType, byte[] bytes) => new(contentType, Convert.ToBase64String(bytes));

    public static bool TryRead(JToken token, out Content content)
    {
        content = null!;
        if (token is not JObject item || item["$content-type"] is not JValue { Value: string type } || item["$content"] is not JValue { Value: string encoded } || !item.Properties().All(p => Members.Contains(p.Name)))
        {
            return false;
        }
        content = new(type, encoded);
        return true;
    }

    /// <summary>Null when it is no base64; white space is allowed.</summary>
    public static byte[]? TryDecode(string encoded)
    {
        var buffer = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, buffer, out var length) ? buffer[..length] : null;
    }

    /// <summary>The encoding a content type names, null if it names none or an unknown one.</summary>
    public static Encoding? Charset(string contentType)
    {
        var name = contentType.Split(';').Skip(1).Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        try
        {
            return name is null ? null : Encoding.GetEncoding(name["charset=".Length..].Trim('"'));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public JObject ToToken() => new() { ["$content-type"] = ContentType, ["$content"] = Base64 };
}
