using System.Net;
using B2BConnector.Runtime.Content;
using B2BConnector.Runtime.Execution;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Outbound;

/// <summary>Makes outbound calls; whatever goes wrong is an answer with a code, never an exception.</summary>
internal sealed class HttpCaller(HttpMessageHandler handler, TimeProvider time) : IDisposable
{
    private readonly HttpMessageInvoker invoker = new(handler);

    /// <param name="request">The call; disposed here.</param>
    /// <param name="timeout">How long an answer may take.</param>
    /// <param name="cancellation">Cancels without an answer.</param>
    public async Task<HttpAnswer> SendAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellation)
    {
        var started = time.GetUtcNow();
        var answer = await AnswerAsync(request, timeout, cancellation);
        return answer with { Request = request, Started = started, Ended = time.GetUtcNow() };
    }

    public void Dispose() => invoker.Dispose();

    private async Task<HttpAnswer> AnswerAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            using (request)
            {
                using var response = await invoker.SendAsync(request, linked.Token);
                var body = await ContentBody.ReadAsync(response.Content, linked.Token);
                return new HttpAnswer((int)response.StatusCode, Headers(response), body);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Inferred: the code of a request without an answer in time is not published.
            return Failed("GatewayTimeout", $"The request to '{request.RequestUri?.Host}' timed out after {timeout}.");
        }
        catch (HttpRequestException exception)
        {
            return exception.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => Failed("UnresolvableHostName", $"The provided host name '{request.RequestUri?.Host}' could not be resolved."),
                _ => Failed("BadGateway", $"Http request failed: the server did not respond. {exception.Message}"),
            };
        }
        catch (IOException exception)
        {
            return Failed("BadGateway", $"Http request failed: the connection was lost. {exception.Message}");
        }
    }

    private static HttpAnswer Failed(string code, string message) => new(ActionResult.ErrorOf(code, message));

    private static JObject Headers(HttpResponseMessage response)
    {
        var headers = new JObject();
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            headers[name] = string.Join(", ", values);
        }

        return headers;
    }
}
