using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace B2BConnector.Runtime.Tests.Support;

/// <summary>Answers outbound calls in the process and remembers them.</summary>
internal sealed class FakeHttp(Func<RecordedCall, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public FakeHttp(Func<RecordedCall, HttpResponseMessage> answer)
        : this((call, _) => Task.FromResult(answer(call)))
    {
    }

    public ConcurrentQueue<RecordedCall> Calls { get; } = new();

    public static HttpResponseMessage Json(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = new RecordedCall(Calls.Count + 1, request.Method.Method, request.RequestUri!.AbsoluteUri, headers, body);
        Calls.Enqueue(call);
        return await answer(call, cancellationToken);
    }
}
