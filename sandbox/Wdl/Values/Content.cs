using System.Text;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>The platform's envelope for content that is neither JSON nor text: {"$content-type": …, "$content": base64}.</summary>
internal sealed record Content(string ContentType, byte[] Bytes)
{
    public const string Binary = "application/octet-stream";

    private static readonly HashSet<string> Members = ["$content-type", "$content", "$formdata", "$multipart"];

    /// <summary>The bytes as text, by the charset of the content type, UTF-8 if it names none that exists.</summary>
    public string Text => Encoding().GetString(Bytes);

    public bool IsXml => MediaType.EndsWith("/xml", StringComparison.OrdinalIgnoreCase) || MediaType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);

    private string MediaType => ContentType.Split(';')[0].Trim();

    public static bool TryRead(JObject item, out Content content)
    {
        content = null!;
        if (item["$content-type"] is not JValue { Value: string type } || item["$content"] is not JValue { Value: string encoded } || !item.Properties().All(p => Members.Contains(p.Name)))
        {
            return false;
        }
        var buffer = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, buffer, out var length))
        {
            return false;
        }
        content = new(type, buffer[..length]);
        return true;
    }

    public JObject ToToken() => new() { ["$content-type"] = ContentType, ["$content"] = Convert.ToBase64String(Bytes) };

    private Encoding Encoding()
    {
        var charset = ContentType.Split(';').Skip(1).Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        try
        {
            return charset is null ? System.Text.Encoding.UTF8 : System.Text.Encoding.GetEncoding(charset["charset=".Length..].Trim('"'));
        }
        catch (ArgumentException)
        {
            return System.Text.Encoding.UTF8;
        }
    }
}
