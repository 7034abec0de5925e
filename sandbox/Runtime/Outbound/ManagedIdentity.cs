using System.Collections.Concurrent;
using System.Globalization;
using B2BConnector.Runtime.Execution;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Outbound;

/// <summary>Tokens of the Logic App's managed identity, from the endpoint that App Service offers to the process. A token is kept until shortly before its end.</summary>
/// <remarks>https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference.</remarks>
internal sealed class ManagedIdentity
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<(string Audience, string? Identity), (string Token, DateTimeOffset Until)> kept = new();

    /// <summary>App settings that App Service sets when an identity is turned on.</summary>
    public static IReadOnlyList<string> Settings { get; } = ["IDENTITY_ENDPOINT", "IDENTITY_HEADER"];

    /// <param name="services">The engine.</param>
    /// <param name="audience">The application that the token is for.</param>
    /// <param name="identity">Resource id of a user-assigned identity; null = that of the Logic App.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<(string? Token, HttpAnswer? Refused)> TokenAsync(EngineServices services, string audience, string? identity, CancellationToken cancellation)
    {
        var key = (audience, identity);
        if (kept.TryGetValue(key, out var known) && services.Clock.Now < known.Until)
        {
            return (known.Token, null);
        }

        var settings = services.Contents.Settings;
        var one = identity is null ? "" : $"&mi_res_id={Uri.EscapeDataString(identity)}";
        var request = new HttpRequestMessage(HttpMethod.Get, $"{settings["IDENTITY_ENDPOINT"]}?api-version=2019-08-01&resource={Uri.EscapeDataString(audience)}{one}");
        request.Headers.TryAddWithoutValidation("X-IDENTITY-HEADER", settings["IDENTITY_HEADER"]);
        var answer = await services.Http.SendAsync(request, services.Options.HttpTimeout, cancellation);
        if (answer is not { Status: 200, Body: JObject body } || (string?)body["access_token"] is not { } token || !long.TryParse((string?)body["expires_on"], CultureInfo.InvariantCulture, out var end))
        {
            // Inferred: the platform does not publish what an action says when its identity gets no token.
            return (null, new HttpAnswer(ActionResult.ErrorOf("BadGateway", $"The managed identity of the Logic App got no token for '{audience}': {answer.Error?["message"] ?? $"status {answer.Status}"}.")));
        }

        kept[key] = (token, DateTimeOffset.FromUnixTimeSeconds(end) - Early);
        return (token, null);
    }
}
