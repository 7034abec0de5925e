using System.Net;
using System.Net.Http;
using System.Text.Json;
using Microsoft.PowerPlatform.Dataverse.Client;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>
/// Opens Dataverse through the platform's ServiceClient (property WithDataverseClient), which brings its own throttling and
/// affinity. The requests are the same as without it.
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
            var (status, body) = await SendAsync(HttpMethod.Get, query.Url, "", "application/json", cancellationToken).ConfigureAwait(false);
            return await RowsAsync(query, RowPage.Read(status, body), cancellationToken).ConfigureAwait(false);
        }

        public async Task<IReadOnlyList<IReadOnlyList<JsonElement>>> QueryTogetherAsync(IReadOnlyList<RowQuery> queries, CancellationToken cancellationToken = default)
        {
            var (status, body) = await SendAsync(HttpMethod.Post, "$batch", BatchBody.Of(queries), BatchBody.ContentType, cancellationToken).ConfigureAwait(false);
            var all = new List<IReadOnlyList<JsonElement>>();
            foreach (var (query, first) in queries.Zip(DataverseBatch.Pages(status, body, queries.Count)))
            {
                all.Add(await RowsAsync(query, first, cancellationToken).ConfigureAwait(false));
            }

            return all;
        }

        public async Task UpdateTogetherAsync(IReadOnlyList<RowUpdate> rows, CancellationToken cancellationToken = default)
        {
            var (status, body) = await SendAsync(HttpMethod.Post, "$batch", BatchBody.Of(rows), BatchBody.ContentType, cancellationToken).ConfigureAwait(false);
            DataverseBatch.Updated(status, body);
        }

        private async Task<IReadOnlyList<JsonElement>> RowsAsync(RowQuery query, RowPage page, CancellationToken cancellationToken)
        {
            var rows = page.Rows.ToList();
            while (page.NextLink is { } next)
            {
                // The client wants what follows /api/data/v9.2/.
                var url = next[next.IndexOf(query.Set + "?", StringComparison.Ordinal)..];
                var (status, body) = await SendAsync(HttpMethod.Get, url, "", "application/json", cancellationToken).ConfigureAwait(false);
                page = RowPage.Read(status, body);
                rows.AddRange(page.Rows);
            }

            return rows;
        }

        // Inferred: the content type goes out as it is given, boundary included.
        private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string url, string body, string contentType, CancellationToken cancellationToken)
        {
            using var response = client.ExecuteWebRequest(method, url, body, [], contentType, cancellationToken);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }
    }
}
