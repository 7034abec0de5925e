using System.Net.Http.Headers;
using System.Text;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Content;

/// <summary>Bodies on the wire and in expressions: JSON is parsed, text is a string, forms and everything else are envelopes with $content-type and $content.</summary>
public static class ContentBody
{
    private const int MaximumBytes = 104_857_600;

    internal static async Task<JToken?> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        var bytes = await content.ReadAsByteArrayAsync(cancellation);
        return Read(bytes, content.Headers.ContentType?.ToString());
    }

    /// <summary>The value of a body; null when there is none.</summary>
    /// <param name="bytes">The body as received.</param>
    /// <param name="contentType">Its Content-Type header; null = JSON if it parses.</param>
    public static JToken? Read(byte[] bytes, string? contentType)
    {
        if (bytes.Length is 0 or > MaximumBytes)
        {
            return null;
        }

        var type = MediaTypeHeaderValue.TryParse(contentType, out var parsed) ? parsed.MediaType ?? "" : "";
        if (IsJson(type) || type.Length == 0)
        {
            return Json(bytes) ?? (type.Length == 0 ? Envelope("application/octet-stream", bytes) : new JValue(Text(bytes, parsed)));
        }

        if (type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            var envelope = Envelope(contentType!, bytes);
            envelope["$formdata"] = FormBody.Read(Text(bytes, parsed));
            return envelope;
        }

        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            var envelope = Envelope(contentType!, bytes);
            envelope["$multipart"] = MultipartBody.Read(bytes, parsed!);
            return envelope;
        }

        return type.Equals("text/plain", StringComparison.OrdinalIgnoreCase) ? new JValue(Text(bytes, parsed)) : Envelope(contentType!, bytes);
    }

    /// <summary>The bytes and the type under which a value is sent: an envelope is unpacked, text is text, everything else is JSON.</summary>
    /// <param name="value">The value.</param>
    /// <param name="contentType">The type that headers name; null = by value.</param>
    public static (byte[] Bytes, string ContentType) Write(JToken value, string? contentType)
    {
        if (value is JObject envelope && envelope["$content"] is { Type: JTokenType.String } content && envelope["$content-type"] is { } own)
        {
            return (Convert.FromBase64String((string)content!), contentType ?? own.ToString());
        }

        return value.Type == JTokenType.String && (contentType is null || !IsJson(contentType.Split(';')[0].Trim()))
            ? (Encoding.UTF8.GetBytes((string)value!), contentType ?? "text/plain; charset=utf-8")
            : (Encoding.UTF8.GetBytes(value.Type == JTokenType.String && LooksLikeJson((string)value!) ? (string)value! : JsonText.Write(value)), contentType ?? "application/json; charset=utf-8");
    }

    // A text under a JSON type is sent as it is when it already is JSON: workflows build such bodies with string().
    private static bool LooksLikeJson(string text) => text.TrimStart().FirstOrDefault() is '{' or '[';

    private static bool IsJson(string type) =>
        type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase) || type.Equals("text/json", StringComparison.OrdinalIgnoreCase);

    private static JToken? Json(byte[] bytes)
    {
        try
        {
            return JsonText.Parse(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static JObject Envelope(string contentType, byte[] bytes) =>
        new() { ["$content-type"] = contentType, ["$content"] = Convert.ToBase64String(bytes) };

    private static string Text(byte[] bytes, MediaTypeHeaderValue? type)
    {
        try
        {
            return (type?.CharSet is { } name ? Encoding.GetEncoding(name.Trim('"')) : Encoding.UTF8).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(bytes);
        }
    }
}
