using System.Net;
using System.Text;

namespace B2BConnector.CustomCode.Tests.Dataverse;

/// <summary>Answers requests from a list and remembers them.</summary>
internal sealed class WebStub : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<(string Url, string? Authorization, string? IdentityHeader)> Requests { get; } = [];

    public List<string?> ContentTypes { get; } = [];

    public WebStub Answer(string body, HttpStatusCode status = HttpStatusCode.OK, string? retryAfter = null, string type = "application/json")
    {
        _answers.Enqueue(() =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) };
            if (retryAfter is not null)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            }

            return response;
        });
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), request.Headers.TryGetValues("X-IDENTITY-HEADER", out var header) ? header.Single() : null));
        ContentTypes.Add(request.Content?.Headers.ContentType?.ToString());
        return _answers.TryDequeue(out var answer) ? Task.FromResult(answer()) : Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ConnectionError));
    }
}
