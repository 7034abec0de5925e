using System.Text;
using B2BConnector.Runtime.Content;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Management;

/// <summary>Answers of the management API: JSON, and errors as {error: {code, message}}.</summary>
internal static class JsonAnswer
{
    public static IResult Ok(JToken value) => new Written(200, value);

    public static IResult Error(int status, string code, string message) =>
        new Written(status, new JObject { ["error"] = new JObject { ["code"] = code, ["message"] = message } });

    /// <summary>The value, or 404 when it does not exist.</summary>
    public static IResult Found(JToken? value, string code, string message) => value is null ? Error(404, code, message) : Ok(value);

    /// <summary>Writes a body as workflows mean it: envelopes unpacked, text as text, the rest as JSON.</summary>
    public static async Task WriteContentAsync(HttpResponse response, JToken? body, string? contentType)
    {
        if (body is null || response.StatusCode is 204 or 205 or 304)
        {
            return;
        }

        var (bytes, type) = ContentBody.Write(body, contentType);
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes);
    }

    private sealed class Written(int status, JToken value) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var bytes = Encoding.UTF8.GetBytes(value.ToString(Formatting.None));
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            httpContext.Response.ContentLength = bytes.Length;
            await httpContext.Response.Body.WriteAsync(bytes);
        }
    }
}
