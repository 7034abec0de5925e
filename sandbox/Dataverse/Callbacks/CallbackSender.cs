using System.Collections.Concurrent;
using System.Net;
using System.Text;
using B2BConnector.Emulation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace B2BConnector.Dataverse.Callbacks;

/// <summary>
/// Posts waiting jobs to their registrations. It sleeps until something is committed or the next job is due; jobs are rows, so a restart goes
/// on where the last process stopped and a job may then be sent twice. Order is not promised, as on the platform.
/// </summary>
internal sealed partial class CallbackSender : BackgroundService
{
    private const int Parallel = 16;

    private readonly DataverseOptions _options;
    private readonly CallbackQueue _queue;
    private readonly CallbackFaultInjector _faults;
    private readonly CallbackSignal _signal;
    private readonly ILogger _log;
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, Task> _sending = new(StringComparer.Ordinal);

    public CallbackSender(DataverseOptions options, EmulatorStore store, CallbackSignal signal, ILoggerFactory loggers)
    {
        _options = options;
        _queue = new CallbackQueue(options, store);
        _faults = new CallbackFaultInjector(options, store);
        _signal = signal;
        _log = loggers.CreateLogger("B2BConnector.Dataverse.Callbacks");
        _http = new HttpClient(options.CallbackHttp?.Invoke() ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _options.Busy?.Invoke(1);
        try
        {
            while (true)
            {
                Start(stoppingToken);
                await WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(_sending.Values);
        }
    }

    private void Start(CancellationToken stopping)
    {
        foreach (var key in _queue.Due(decidedOnly: _faults.Decide()))
        {
            if (_sending.Count >= Parallel) return;
            var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_sending.TryAdd(key, entered.Task)) continue;
            _options.Busy?.Invoke(1);
            _ = Task.Run(async () =>
            {
                try
                {
                    // Looked at again now that nobody else sends it: the list may be older than the last attempt.
                    if (_queue.Claim(key) is var (job, url)) await SendAsync(key, job, url, stopping);
                }
                finally
                {
                    _sending.TryRemove(key, out _);
                    entered.SetResult();
                    _signal.Set();
                    _options.Busy?.Invoke(-1);
                }
            }, CancellationToken.None);
        }
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        var next = _queue.NextDue(_sending.Keys);
        await using var due = next is { } at && _sending.Count < Parallel
            ? _options.Time.CreateTimer(signal => ((CallbackSignal)signal!).Set(), _signal, Max(at - _options.Time.GetUtcNow(), TimeSpan.Zero), Timeout.InfiniteTimeSpan)
            : null;
        await _signal.WaitAsync(stopping);
        stopping.ThrowIfCancellationRequested();
    }

    private async Task SendAsync(string key, CallbackJob job, string url, CancellationToken stopping)
    {
        HttpStatusCode? status = null;
        var failure = "";
        try
        {
            using var limit = new CancellationTokenSource(_options.CallbackTimeout, _options.Time);
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit.Token);
            using var content = new StringContent(job.Body.ToString(Formatting.None), Encoding.UTF8, "application/json");
            using var answer = await _http.PostAsync(new Uri(url), content, cancel.Token);
            status = answer.StatusCode;
            failure = $"HTTP {(int)answer.StatusCode}";
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            failure = error is OperationCanceledException ? "timed out" : error.GetType().Name;
        }
        var outcome = _queue.Settle(key, status, failure);
        if (outcome != CallbackOutcome.Delivered) LogNotDelivered(_log, job.Registration, failure, job.Attempts + 1, outcome);
        _options.CallbackSettled?.Invoke(outcome);
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    [LoggerMessage(4101, LogLevel.Warning, "Callback of registration {Registration} was not delivered ({Failure}, attempt {Attempt}); the job is {Outcome}.")]
    private static partial void LogNotDelivered(ILogger log, Guid registration, string failure, int attempt, CallbackOutcome outcome);
}
