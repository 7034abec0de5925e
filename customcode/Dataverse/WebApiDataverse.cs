using System.Net.Http.Headers;
using System.Text.Json;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>Reads through the Dataverse Web API v9.2.</summary>
internal sealed class WebApiDataverse(HttpClient http, DataverseSettings settings, IDataverseToken token) : IDataverse
{
    private readonly Uri _root = new(settings.Url, "/api/data/v9.2/");

    public async Task<IReadOnlyList<JsonElement>> QueryAsync(RowQuery query, CancellationToken cancellationToken = default)
    {
        var rows = new List<JsonElement>();
        for (Uri? url = new(_root, query.Url); url is not null;)
        {
            var page = await ReadAsync(url, cancellationToken).ConfigureAwait(false);
            rows.AddRange(page.Rows);
            url = page.NextLink is null ? null : new Uri(_root, page.NextLink);
        }

        return rows;
    }

    private async Task<RowPage> ReadAsync(Uri url, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.GetAsync(cancellationToken).ConfigureAwait(false));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Add("OData-Version", "4.0");
        request.Headers.Add("OData-MaxVersion", "4.0");
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return RowPage.Read(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (HttpRequestException unreachable)
        {
            throw new DataverseException($"Dataverse cannot be reached at {_root.Authority}: {unreachable.HttpRequestError}.", unreachable);
        }
    }
}
