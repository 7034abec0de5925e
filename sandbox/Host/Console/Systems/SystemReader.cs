using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Host.ConsolePages.Systems;

/// <summary>One system as the console sees it. It can only read: there is no other method than GET.</summary>
internal sealed class SystemReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly HttpClient _http;

    /// <param name="name">Name on the pages.</param>
    /// <param name="address">Base address.</param>
    /// <param name="identity">Sandbox identity of the reader; null = none.</param>
    public SystemReader(string name, Uri address, string? identity)
    {
        Name = name;
        _http = new HttpClient { BaseAddress = address, Timeout = Patience };
        if (identity is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", identity);
        }
    }

    public string Name { get; }

    /// <exception cref="SystemDown">No answer, no success, or no JSON.</exception>
    public async Task<JsonNode> GetAsync(string path, CancellationToken stop)
    {
        var text = await TextAsync(path, stop);
        try
        {
            return JsonNode.Parse(text) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new SystemDown(Name, $"{Name} answered something that is no JSON.");
        }
    }

    /// <summary>Null where the system says that there is no such thing.</summary>
    public async Task<JsonObject?> FindAsync(string path, CancellationToken stop)
    {
        try
        {
            return await GetAsync(path, stop) as JsonObject;
        }
        catch (SystemDown refused) when (refused.Status is HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>All rows of a collection, page after page.</summary>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(string path, CancellationToken stop)
    {
        var rows = new List<JsonObject>();
        for (string? next = path; next is not null;)
        {
            var page = await GetAsync(next, stop);
            rows.AddRange((page as JsonArray ?? page.At("value") as JsonArray ?? throw new SystemDown(Name, $"{Name} answered something that is no list.")).OfType<JsonObject>());
            next = page is JsonObject ? page.Text("@odata.nextLink") ?? page.Text("nextLink") : null;
        }

        return rows;
    }

    /// <summary>Whether it answers at all.</summary>
    public Task PingAsync(string path, CancellationToken stop) => TextAsync(path, stop);

    public void Dispose() => _http.Dispose();

    private async Task<string> TextAsync(string path, CancellationToken stop)
    {
        try
        {
            using var response = await _http.GetAsync(path, stop);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadAsStringAsync(stop)
                : throw new SystemDown(Name, $"{Name} answered {(int)response.StatusCode} {response.ReasonPhrase}.", response.StatusCode);
        }
        catch (HttpRequestException)
        {
            throw new SystemDown(Name, $"{Name} does not answer at {_http.BaseAddress!.Authority}. Is it running?");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new SystemDown(Name, $"{Name} gave no answer within {Patience.TotalSeconds:0} seconds.");
        }
    }
}
