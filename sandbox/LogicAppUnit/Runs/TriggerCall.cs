using B2BConnector.Runtime;
using B2BConnector.Runtime.Content;

namespace LogicAppUnit.Runs;

/// <summary>Turns what a test sends into what a trigger gets, and its answer into what a test gets.</summary>
internal static class TriggerCall
{
    /// <param name="request">The call with its full address.</param>
    /// <param name="relativePath">What the address has behind the trigger's.</param>
    /// <param name="queries">Its query parameters; null = none.</param>
    public static async Task<TriggerRequest> ReadAsync(HttpRequestMessage request, string relativePath, IReadOnlyDictionary<string, string>? queries)
    {
        request.Headers.Host ??= request.RequestUri!.Authority;
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
        foreach (var (name, values) in request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
        {
            headers[name] = string.Join(", ", values);
        }

        return new TriggerRequest(
            request.Method.Method,
            relativePath.TrimStart('/'),
            headers,
            queries ?? new Dictionary<string, string>(),
            ContentBody.Read(body, request.Content?.Headers.ContentType?.ToString()));
    }

    public static HttpResponseMessage Write(TriggerResponse answer, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((System.Net.HttpStatusCode)answer.StatusCode) { RequestMessage = request };
        string? type = null;
        foreach (var (name, value) in answer.Headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                type = value;
            }
            else if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (answer.Body is not null && answer.StatusCode is not (204 or 304))
        {
            var (bytes, contentType) = ContentBody.Write(answer.Body, type);
            response.Content = new ByteArrayContent(bytes);
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return response;
    }
}
