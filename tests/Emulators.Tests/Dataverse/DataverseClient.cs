using System.Net;
using System.Net.Http.Headers;
using System.Text;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Dataverse;

/// <summary>Speaks to the emulator as one identity; null = anonymous.</summary>
internal sealed class DataverseClient
{
    private static readonly SocketsHttpHandler Handler = new() { AllowAutoRedirect = false };

    private readonly HttpClient _http;

    public DataverseClient(Uri address, string? identity)
    {
        _http = new HttpClient(Handler, disposeHandler: false) { BaseAddress = new Uri(address, "/api/data/v9.2/") };
        if (identity is not null) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", identity);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Answer> PatchAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Patch, path, body, headers);

    public Task<Answer> DeleteAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Delete, path, null, headers);

    /// <summary>Creates a row and returns its id.</summary>
    public async Task<Guid> CreateAsync(string set, string body)
    {
        var answer = await PostAsync(set, body);
        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.Status, answer.ErrorMessage));
        return Guid.Parse(answer.EntityId.Split('(', ')')[1]);
    }

    /// <summary>Reads a row that must be there.</summary>
    public async Task<JObject> RowAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.ErrorMessage));
        return answer.Body;
    }

    /// <summary>The rows of a list.</summary>
    public async Task<JArray> RowsAsync(string path) => (JArray)(await RowAsync(path))["value"]!;

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? body, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = text.StartsWith('{') ? SandboxJson.ParseObject(text) : [];
        return new Answer(response.StatusCode, response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase), json, text);
    }
}
