using System.Globalization;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub;

/// <summary>
/// What App Service offers to a process with a managed identity (api-version 2019-08-01): IDENTITY_ENDPOINT and
/// IDENTITY_HEADER point here. Gives the sandbox's token for every resource that has none of its own.
/// </summary>
internal static class IdentityEndpoint
{
    public static Task AnswerAsync(HttpContext context, ApiHubOptions options, string secret)
    {
        var resource = context.Request.Query["resource"].ToString();
        if (context.Request.Headers["X-IDENTITY-HEADER"] != secret)
        {
            return GatewayErrors.WriteAsync(context, 403, Error(403, "The header X-IDENTITY-HEADER is missing or wrong."));
        }

        if (resource.Length == 0 || context.Request.Query["api-version"] != "2019-08-01")
        {
            return GatewayErrors.WriteAsync(context, 400, Error(400, "resource and api-version=2019-08-01 are required."));
        }

        return GatewayErrors.WriteAsync(context, 200, new JObject
        {
            ["access_token"] = options.IdentityTokens?.Invoke(resource) ?? options.IdentityToken,
            ["client_id"] = Guid.Empty.ToString(),
            ["expires_on"] = (options.Time.GetUtcNow() + ApiHubOptions.IdentityTokenLife).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["token_type"] = "Bearer",
        });
    }

    private static JObject Error(int status, string message) => new() { ["statusCode"] = status, ["message"] = message };
}
