using System.Net;
using B2BConnector.Connector.Configuration;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace B2BConnector.Connector.Commerce;

/// <summary>
/// How calls are repeated. Reads are repeated after anything that may pass; writes only when Commerce refused them before doing
/// anything (429, 503, no connection). Both share one circuit breaker and one retry budget.
/// </summary>
internal sealed class CommercePipelines
{
    // What the sample of Microsoft waits when a 429 names no time.
    private static readonly TimeSpan WaitWhenThrottledWithoutTime = TimeSpan.FromSeconds(30);
    private readonly CommerceOptions _options;
    private readonly TimeProvider _time;
    private readonly RetryBudget _budget = new();

    public CommercePipelines(IOptions<CommerceOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        var attempt = Builder()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = BreakDuration,
                ShouldHandle = arguments => ValueTask.FromResult(IsFailure(arguments.Outcome)),
            })
            .AddTimeout(_options.AttemptTimeLimit)
            .Build();
        Read = Pipeline(attempt, outcome => IsFailure(outcome) || outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout);
        Write = Pipeline(attempt, WasRefusedUntouched);
    }

    public static TimeSpan BreakDuration { get; } = TimeSpan.FromSeconds(15);

    public ResiliencePipeline<HttpResponseMessage> Read { get; }

    public ResiliencePipeline<HttpResponseMessage> Write { get; }

    public void CountCall() => _budget.Earn();

    /// <summary>True when no byte of the request can have reached Commerce.</summary>
    public static bool NeverSent(Exception? problem) => problem is BrokenCircuitException
        or HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError };

    private static bool IsFailure(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException
        || outcome.Result is { StatusCode: >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented };

    private static bool WasRefusedUntouched(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
        || (outcome.Exception is HttpRequestException && NeverSent(outcome.Exception));

    private ResiliencePipelineBuilder<HttpResponseMessage> Builder() => new() { TimeProvider = _time };

    private ResiliencePipeline<HttpResponseMessage> Pipeline(ResiliencePipeline<HttpResponseMessage> attempt, Func<Outcome<HttpResponseMessage>, bool> mayRepeat) => Builder()
        .AddTimeout(_options.TotalTimeLimit)
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = _options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(1),
            ShouldHandle = arguments => ValueTask.FromResult(mayRepeat(arguments.Outcome) && !IsTooLong(arguments.Outcome) && _budget.TrySpend()),
            DelayGenerator = arguments => ValueTask.FromResult(Wait(arguments.Outcome)),
        })
        .AddPipeline(attempt)
        .Build();

    private bool IsTooLong(Outcome<HttpResponseMessage> outcome) => Wait(outcome) >= _options.TotalTimeLimit;

    private TimeSpan? Wait(Outcome<HttpResponseMessage> outcome) => outcome.Result switch
    {
        null => null,
        { StatusCode: HttpStatusCode.TooManyRequests } response => CommerceAnswer.RetryAfter(response, _time) ?? WaitWhenThrottledWithoutTime,
        var response => CommerceAnswer.RetryAfter(response, _time),
    };
}
