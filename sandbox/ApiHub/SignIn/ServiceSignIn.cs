using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.SignIn;

/// <summary>Signs in as an application, with the client credentials that the connection holds. One token is fetched at a time and kept until shortly before its end.</summary>
/// <remarks>https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow.</remarks>
internal sealed class ServiceSignIn(ApiHubOptions options, HttpMessageInvoker http, string loginUri, string resource, ApiHubConnection connection) : ITokenSource, IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1);
    private (string Token, DateTimeOffset Until)? _kept;

    public async ValueTask<string> TokenAsync(CancellationToken stop)
    {
        await _one.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (_kept is not { } kept || kept.Until <= options.Time.GetUtcNow())
            {
                _kept = kept = await FetchAsync(stop).ConfigureAwait(false);
            }

            return kept.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<(string Token, DateTimeOffset Until)> FetchAsync(CancellationToken stop)
    {
        var asked = options.Time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, Address.Inside(options, $"{loginUri.TrimEnd('/')}/{Value("token:TenantId")}/oauth2/v2.0/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = Value("token:clientId"),
                ["client_secret"] = Value("token:clientSecret"),
                ["scope"] = $"{resource}/.default",
            }),
        };
        try
        {
            using var response = await http.SendAsync(request, stop).ConfigureAwait(false);
            var body = JObject.Parse(await response.Content.ReadAsStringAsync(stop).ConfigureAwait(false));
            return response.IsSuccessStatusCode && (string?)body["access_token"] is { } token
                ? (token, asked + TimeSpan.FromSeconds((int?)body["expires_in"] ?? 0) - Early)
                : throw new SignInException($"The connection cannot sign in at {loginUri}: {(string?)body["error_description"] ?? (string?)body["error"] ?? $"status {(int)response.StatusCode}"}");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            throw new SignInException($"The connection cannot sign in: {loginUri} does not answer as a sign-in service.");
        }
    }

    private string Value(string parameter) => connection.ParameterValues.GetValueOrDefault(parameter) ?? "";
}
