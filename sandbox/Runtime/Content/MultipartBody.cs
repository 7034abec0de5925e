using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Content;

/// <summary>The parts of a multipart body, each with headers and its own value.</summary>
internal static class MultipartBody
{
    public static JArray Read(byte[] bytes, MediaTypeHeaderValue type)
    {
        var parts = new JArray();
        var boundary = type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');
        if (boundary is null)
        {
            return parts;
        }

        // Latin-1 keeps every byte as one character, so that text searches give byte positions.
        var text = Encoding.Latin1.GetString(bytes);
        foreach (var section in text.Split("--" + boundary, StringSplitOptions.None).Skip(1))
        {
            if (section.StartsWith("--", StringComparison.Ordinal))
            {
                break;
            }

            var end = section.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var content = section[(end + 4)..];
                content = content.EndsWith("\r\n", StringComparison.Ordinal) ? content[..^2] : content;
                parts.Add(Part(section[..end], Encoding.Latin1.GetBytes(content)));
            }
        }

        return parts;
    }

    private static JObject Part(string head, byte[] content)
    {
        var headers = new JObject();
        foreach (var line in head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var at = line.IndexOf(':');
            if (at > 0)
            {
                headers[line[..at].Trim()] = line[(at + 1)..].Trim();
            }
        }

        var contentType = (string?)headers.GetValue("Content-Type", StringComparison.OrdinalIgnoreCase) ?? "text/plain; charset=utf-8";
        return new JObject { ["headers"] = headers, ["body"] = ContentBody.Read(content, contentType) ?? "" };
    }
}
