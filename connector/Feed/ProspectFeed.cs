using System.Collections.Concurrent;
using B2BConnector.Connector.Configuration;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Feed;

/// <summary>
/// Runs passes, one at a time: every interval, and when a trigger asks for fresher news. Those who ask while a pass runs share
/// the next one.
/// </summary>
internal sealed partial class ProspectFeed(FeedPass pass, TimeProvider time, IOptions<FeedOptions> options, IOptions<ConnectorOptions> connector, ILogger<ProspectFeed> log) : BackgroundService
{
    private readonly ConcurrentDictionary<string, FeedHealth> _health = [];
    private readonly SemaphoreSlim _asked = new(0);
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = New();
    private bool _isAsked;

    /// <summary>How the last pass over a legal entity went.</summary>
    public FeedHealth HealthOf(string legalEntity) => _health.GetValueOrDefault(legalEntity) ?? FeedHealth.Never;

    /// <summary>Ends with the next pass that begins.</summary>
    internal Task NextPass
    {
        get
        {
            lock (_gate)
            {
                return _next.Task;
            }
        }
    }

    /// <summary>Ends when a pass that began after this call is done, or the patience of triggers.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        Task done;
        lock (_gate)
        {
            done = _next.Task;
            if (!_isAsked)
            {
                _isAsked = true;
                _asked.Release();
            }
        }

        using var patience = new CancellationTokenSource(options.Value.PatienceOfTriggers, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            await done.WaitAsync(linked.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The pass goes on without us; the trigger asks again anyway.
        }
    }

    public override void Dispose()
    {
        _asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TaskCompletionSource done;
            lock (_gate)
            {
                done = _next;
                _next = New();
                if (_isAsked)
                {
                    _isAsked = false;
                    _asked.Wait(0, CancellationToken.None);
                }
            }

            foreach (var legalEntity in connector.Value.LegalEntities.Select(name => name.ToLowerInvariant()).Distinct())
            {
                await PassAsync(legalEntity, stoppingToken);
            }

            done.SetResult();
            await WaitAsync(stoppingToken);
        }
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var interval = new CancellationTokenSource(options.Value.Interval, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(interval.Token, stopping);
        try
        {
            await _asked.WaitAsync(linked.Token);
            _asked.Release();
        }
        catch (OperationCanceledException)
        {
            // The interval is over, or the service stops; the loop knows which.
        }
    }

    private async Task PassAsync(string legalEntity, CancellationToken stopping)
    {
        try
        {
            await pass.RunAsync(legalEntity, stopping);
            _health[legalEntity] = new FeedHealth(time.GetUtcNow(), null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nothing was written, so nothing is lost.
        }
        catch (Exception problem)
        {
            // One legal entity that cannot be read must not keep the others from being read.
            _health[legalEntity] = HealthOf(legalEntity) with { Problem = problem };
            Failed(log, legalEntity, problem.GetType().Name, (problem as Commerce.CommerceException)?.Status);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "{LegalEntity}: prospects could not be read ({Problem}, status {Status}); the next pass tries again")]
    private static partial void Failed(ILogger log, string legalEntity, string problem, int? status);
}
