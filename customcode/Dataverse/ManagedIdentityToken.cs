using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>
/// The token of the Logic App's managed identity, from the identity endpoint that App Service offers inside the
/// process (2019-08-01). Kept until five minutes before it expires.
/// </summary>
internal sealed class ManagedIdentityToken(HttpClient http, TimeProvider time, DataverseSettings settings) : IDataverseToken
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (string Value, DateTimeOffset Until)? _token;

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_token is not { } token || token.Until <= time.GetUtcNow())
            {
                _token = token = await RequestAsync(cancellationToken).ConfigureAwait(false);
            }

            return token.Value;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<(string, DateTimeOffset)> RequestAsync(CancellationToken cancellationToken)
    {
        var resource = Uri.EscapeDataString(settings.Url.GetLeftPart(UriPartial.Authority));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{settings.IdentityEndpoint}?resource={resource}&api-version=2019-08-01");
        request.Headers.Add("X-IDENTITY-HEADER", settings.IdentityHeader);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new DataverseException($"The identity endpoint answered {(int)response.StatusCode}. Is the managed identity of the Logic App turned on?");
            }

            var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken).ConfigureAwait(false);
            var expires = long.Parse(answer!.ExpiresOn, CultureInfo.InvariantCulture);
            return (answer.AccessToken, DateTimeOffset.FromUnixTimeSeconds(expires) - Margin);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or FormatException)
        {
            throw new DataverseException("The identity endpoint cannot be used: " + failure.GetType().Name, failure);
        }
    }

    private sealed record Answer(
        [property: JsonPropertyName("access_token"), JsonRequired] string AccessToken,
        [property: JsonPropertyName("expires_on"), JsonRequired] string ExpiresOn);
}
