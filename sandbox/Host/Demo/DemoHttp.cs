using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Host.Demo;

/// <summary>One system as the demo's people call it: JSON over HTTP with one identity.</summary>
internal sealed class DemoHttp : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _system;

    /// <param name="system">Name for messages.</param>
    /// <param name="address">Base address.</param>
    /// <param name="identity">Sandbox identity of the caller; null = none.</param>
    public DemoHttp(string system, Uri address, string? identity)
    {
        _system = system;
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        if (identity is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", identity);
        }
    }

    public async Task<JsonObject> GetAsync(string path, CancellationToken stop) =>
        await SendAsync(HttpMethod.Get, path, null, null, stop) as JsonObject ?? [];

    public async Task<JsonArray> GetArrayAsync(string path, CancellationToken stop) =>
        await SendAsync(HttpMethod.Get, path, null, null, stop) is { } answer ? answer as JsonArray ?? answer["value"]!.AsArray() : [];

    public async Task<JsonObject> PostAsync(string path, JsonNode? body, CancellationToken stop, string? idempotencyKey = null, string? apiKey = null) =>
        await SendAsync(HttpMethod.Post, path, body, new Dictionary<string, string?> { ["Idempotency-Key"] = idempotencyKey, ["X-Api-Key"] = apiKey }, stop) as JsonObject ?? [];

    public Task PatchAsync(string path, JsonNode body, CancellationToken stop) => SendAsync(HttpMethod.Patch, path, body, null, stop);

    public Task PutAsync(string path, JsonNode body, CancellationToken stop) => SendAsync(HttpMethod.Put, path, body, null, stop);

    public Task DeleteAsync(string path, CancellationToken stop) => SendAsync(HttpMethod.Delete, path, null, null, stop);

    /// <summary>All rows of a collection, page after page.</summary>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(string path, CancellationToken stop)
    {
        var rows = new List<JsonObject>();
        for (string? next = path; next is not null;)
        {
            var page = await GetAsync(next, stop);
            rows.AddRange(page["value"]!.AsArray().Select(row => row!.AsObject()));
            next = (string?)page["@odata.nextLink"] ?? (string?)page["nextLink"];
        }

        return rows;
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body, Dictionary<string, string?>? headers, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers ?? [])
        {
            if (value is not null)
            {
                request.Headers.Add(name, value);
            }
        }

        using var response = await _http.SendAsync(request, stop);
        var text = await response.Content.ReadAsStringAsync(stop);
        if (!response.IsSuccessStatusCode)
        {
            throw new DemoStepFailure(response.StatusCode, $"{_system} answered {(int)response.StatusCode} to {method} {path}: {MessageOf(text)}");
        }

        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private static string MessageOf(string text)
    {
        try
        {
            var error = JsonNode.Parse(text)?["error"];
            var details = (error?["details"] as JsonArray)?.Select(detail => $"{(string?)detail?["target"]}: {(string?)detail?["message"]}") ?? [];
            return string.Join(" ", [(string?)error?["innererror"]?["message"] ?? (string?)error?["message"] ?? text, .. details]);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return text.Length > 200 ? text[..200] : text;
        }
    }
}

/// <summary>A system refused a step of the demo.</summary>
internal sealed class DemoStepFailure(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;
}
