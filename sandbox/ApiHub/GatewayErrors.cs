using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub;

/// <summary>
/// Errors that the gateway itself gives. The shape of 502 is taken from answers quoted in public issues, 404 and 429 from
/// API Management, on which the real gateway is built; that 401 looks like 502 is inferred.
/// </summary>
internal static class GatewayErrors
{
    public static Task UnauthorizedAsync(HttpContext context) =>
        WriteAsync(context, 401, Wrapped(context, 401, "Unauthorized", "The connection key is missing or wrong. Send it as 'Authorization: Key <key>'."));

    /// <summary>That a connection whose sign-in fails is answered with 401 is inferred.</summary>
    public static Task NotSignedInAsync(HttpContext context, string reason) =>
        WriteAsync(context, 401, Wrapped(context, 401, "Unauthorized", reason));

    public static Task UnknownConnectionAsync(HttpContext context) =>
        WriteAsync(context, 404, Wrapped(context, 404, "ConnectionNotFound", "The API has no connection of this name."));

    public static Task UnknownOperationAsync(HttpContext context) =>
        WriteAsync(context, 404, new JObject { ["statusCode"] = 404, ["message"] = "Resource not found" });

    public static Task RateLimitedAsync(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return WriteAsync(context, 429, new JObject { ["statusCode"] = 429, ["message"] = $"Rate limit is exceeded. Try again in {seconds} seconds." });
    }

    public static Task BadGatewayAsync(HttpContext context, string reason) =>
        WriteAsync(context, 502, Wrapped(context, 502, "BadGateway", reason));

    public static Task FailedAsync(HttpContext context, string reason) =>
        WriteAsync(context, 500, Wrapped(context, 500, "InternalServerError", reason));

    /// <summary>Not an answer of the real gateway: its switches are the sandbox's own.</summary>
    public static Task SwitchRefusedAsync(HttpContext context, int status, string code, string message) =>
        WriteAsync(context, status, new JObject { ["error"] = new JObject { ["code"] = code, ["message"] = message } });

    public static Task WriteAsync(HttpContext context, int status, JObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToString(Formatting.None));
    }

    private static JObject Wrapped(HttpContext context, int code, string message, string inner) => new()
    {
        ["error"] = new JObject
        {
            ["code"] = code,
            ["source"] = context.Request.Host.Value,
            ["clientRequestId"] = context.Request.Headers["x-ms-client-request-id"].FirstOrDefault() ?? context.TraceIdentifier,
            ["message"] = message,
            ["innerError"] = new JObject { ["message"] = inner },
        },
    };
}
