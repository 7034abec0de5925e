using System.Net.Http;
using System.Text.Json;
using Microsoft.PowerPlatform.Dataverse.Client;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>
/// Opens Dataverse through the platform's ServiceClient (property WithDataverseClient), which brings its own throttling and
/// affinity. Reads are the same Web API queries.
/// </summary>
internal static class DataverseConnection
{
    private static readonly HttpClient Http = new();

    private static readonly Lazy<IDataverse> Opened = new(() =>
    {
        var settings = DataverseSettings.Read(Environment.GetEnvironmentVariable);
        var token = new ManagedIdentityToken(Http, TimeProvider.System, settings);
        return new ServiceClientDataverse(new ServiceClient(settings.Url, _ => token.GetAsync(CancellationToken.None)));
    }, LazyThreadSafetyMode.PublicationOnly);

    /// <exception cref="DataverseException">A setting is missing.</exception>
    public static IDataverse Open() => Opened.Value;

    private sealed class ServiceClientDataverse(ServiceClient client) : IDataverse
    {
        public async Task<IReadOnlyList<JsonElement>> QueryAsync(RowQuery query, CancellationToken cancellationToken = default)
        {
            var rows = new List<JsonElement>();
            for (var url = query.Url; url is not null;)
            {
                using var response = client.ExecuteWebRequest(HttpMethod.Get, url, "", [], "application/json", cancellationToken);
                var page = RowPage.Read(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
                rows.AddRange(page.Rows);
                // The client wants what follows /api/data/v9.2/.
                url = page.NextLink is { } next ? next[(next.IndexOf(query.Set + "?", StringComparison.Ordinal))..] : null;
            }

            return rows;
        }
    }
}
