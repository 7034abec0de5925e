using System.Collections.Concurrent;
using System.Net;
using LogicAppUnit.Runs;

namespace LogicAppUnit.Mocking;

/// <summary>Answers all calls of one test's runs, without a socket: mocks of the test, then those of its class, then the delegate, then the default.</summary>
internal sealed class MockServer(VirtualClock clock, HttpStatusCode otherwise, List<MockResponse> ofClass) : HttpMessageHandler
{
    /// <summary>Where LogicAppUnit's mock server listens.</summary>
    public const string Address = "http://localhost:7075";

    private static readonly string Authority = new Uri(Address).Authority;
    private readonly ConcurrentQueue<(MockRequest Request, List<string> Log)> received = new();
    private readonly List<MockResponse> ofTest = [];

    public Func<HttpRequestMessage, HttpResponseMessage>? Delegate { get; set; }

    /// <summary>The calls so far with what the mocks said to them, oldest first.</summary>
    public IReadOnlyList<(MockRequest Request, List<string> Log)> Received => [.. received];

    public IMockResponse Add(string? name, IMockRequestMatcher matcher)
    {
        if (!string.IsNullOrEmpty(name) && ofTest.Concat(ofClass).Any(mock => mock.MockName == name))
        {
            throw new ArgumentException($"There is a mock named '{name}' already.", nameof(name));
        }

        var mock = new MockResponse(name, matcher);
        ofTest.Add(mock);
        return mock;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Authority != Authority)
        {
            throw new HttpRequestException(
                $"'{request.RequestUri.GetLeftPart(UriPartial.Path)}' is not one of the mocks, and in process nothing else is called. List its address under externalApiUrlsToMock in testConfiguration.json.");
        }

        var call = await ReceivedCall.ReadAsync(request, cancellationToken);
        received.Enqueue((call.ToMockRequest(clock.GetLocalNow().DateTime), call.Log));
        HttpResponseMessage response;
        try
        {
            response = await AnswerAsync(call, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
        }
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a mock throws is what a broken service answers.
            call.Log.Add($"    Exception: {broken.Message}");
            response = new HttpResponseMessage(HttpStatusCode.InternalServerError);
        }

        // It is computed when it is asked for, and then belongs to the headers.
        _ = response.Content.Headers.ContentLength;
        return response;
    }

    private async Task<HttpResponseMessage> AnswerAsync(ReceivedCall call, CancellationToken cancellation)
    {
        var number = 0;
        foreach (var mock in ofTest.Concat(ofClass))
        {
            call.Log.Add($"  Mock {++number}{(string.IsNullOrEmpty(mock.MockName) ? "" : $" ({mock.MockName})")}:");
            if (mock.AnswerTo(call) is { } answer)
            {
                await clock.DelayAsync(answer.NextDelay(), cancellation);
                return answer.Build(call.Request);
            }
        }

        if (Delegate?.Invoke(call.Request) is { } delegated)
        {
            call.Log.Add("  Answered by the delegate.");
            return delegated;
        }

        call.Log.Add($"  No mock matched: status {(int)otherwise}.");
        return new HttpResponseMessage(otherwise);
    }
}
