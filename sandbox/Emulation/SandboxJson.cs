using System.Text;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation;

/// <summary>The one way JSON comes in and goes out: dates stay text, decimals stay exact, UTF-8, no indentation.</summary>
public static class SandboxJson
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="JsonException">The text is not one JSON value.</exception>
    public static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = 64,
        };
        var token = JToken.ReadFrom(reader);
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment)
            {
                throw new JsonReaderException("There is more text after the end of the JSON value.");
            }
        }

        return token;
    }

    /// <exception cref="JsonException">The text is not one JSON object.</exception>
    public static JObject ParseObject(string text) =>
        Parse(text) as JObject ?? throw new JsonReaderException("A JSON object is expected here.");

    /// <summary>The body as a JSON object; an empty body is an empty object.</summary>
    /// <exception cref="EmulatorFault">400 SBX0400: the body is not a JSON object.</exception>
    public static async Task<JObject> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Utf8);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            return string.IsNullOrWhiteSpace(text) ? [] : ParseObject(text);
        }
        catch (Exception error) when (error is JsonException or OverflowException or FormatException)
        {
            // The parser's own message quotes the text around the error, which may be personal data: say where, not what.
            var where = error is JsonReaderException { LineNumber: > 0 } at ? $" (line {at.LineNumber}, column {at.LinePosition})" : "";
            throw new EmulatorFault(400, "SBX0400", $"The request body is not a JSON object{where}. Send one object in valid JSON.");
        }
    }

    public static async Task WriteAsync(HttpContext context, int status, JToken body, string contentType = "application/json; charset=utf-8")
    {
        var bytes = Utf8.GetBytes(body.ToString(Formatting.None));
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
