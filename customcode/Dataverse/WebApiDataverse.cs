using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>Reads and writes through the Dataverse Web API v9.2.</summary>
internal sealed class WebApiDataverse(HttpClient http, DataverseSettings settings, IDataverseToken token) : IDataverse
{
    private readonly Uri _root = new(settings.Url, "/api/data/v9.2/");

    public async Task<IReadOnlyList<JsonElement>> QueryAsync(RowQuery query, CancellationToken cancellationToken = default) =>
        await RowsAsync(await ReadAsync(new Uri(_root, query.Url), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<IReadOnlyList<JsonElement>>> QueryTogetherAsync(IReadOnlyList<RowQuery> queries, CancellationToken cancellationToken = default)
    {
        var (status, body) = await BatchAsync(BatchBody.Of(queries), cancellationToken).ConfigureAwait(false);
        var all = new List<IReadOnlyList<JsonElement>>();
        foreach (var first in DataverseBatch.Pages(status, body, queries.Count))
        {
            all.Add(await RowsAsync(first, cancellationToken).ConfigureAwait(false));
        }

        return all;
    }

    public async Task UpdateTogetherAsync(IReadOnlyList<RowUpdate> rows, CancellationToken cancellationToken = default)
    {
        var (status, body) = await BatchAsync(BatchBody.Of(rows), cancellationToken).ConfigureAwait(false);
        DataverseBatch.Updated(status, body);
    }

    /// <summary>The rows of a page and of all that follow it.</summary>
    private async Task<IReadOnlyList<JsonElement>> RowsAsync(RowPage page, CancellationToken cancellationToken)
    {
        var rows = page.Rows.ToList();
        while (page.NextLink is { } next)
        {
            page = await ReadAsync(new Uri(_root, next), cancellationToken).ConfigureAwait(false);
            rows.AddRange(page.Rows);
        }

        return rows;
    }

    private async Task<RowPage> ReadAsync(Uri url, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var (status, body) = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return RowPage.Read(status, body);
    }

    private async Task<(HttpStatusCode Status, string Body)> BatchAsync(string body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(BatchBody.ContentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_root, "$batch")) { Content = content };
        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.GetAsync(cancellationToken).ConfigureAwait(false));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Add("OData-Version", "4.0");
        request.Headers.Add("OData-MaxVersion", "4.0");
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (HttpRequestException unreachable)
        {
            throw new DataverseException($"Dataverse cannot be reached at {_root.Authority}: {unreachable.HttpRequestError}.", unreachable);
        }
    }
}
