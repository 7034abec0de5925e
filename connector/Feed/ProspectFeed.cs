using System.Collections.Concurrent;
using B2BConnector.Connector.Configuration;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Feed;

/// <summary>
/// Runs passes, one at a time: every interval, and when a trigger asks for fresher news. Those who ask while a pass runs share
/// the next one.
/// </summary>
internal sealed partial class ProspectFeed(FeedPass pass, FeedLeases leases, TimeProvider time, IOptions<FeedOptions> options, IOptions<ConnectorOptions> connector, BusyReport busy, ILogger<ProspectFeed> log) : BackgroundService
{
    private readonly ConcurrentDictionary<string, FeedHealth> _health = [];
    private readonly Lock _gate = new();
    private AskedPass _next = new();
    private TaskCompletionSource? _sleep;
    private bool _isAsked;
    private DateTimeOffset _wanted;

    /// <summary>How the last pass over a legal entity went.</summary>
    public FeedHealth HealthOf(string legalEntity) => _health.GetValueOrDefault(legalEntity) ?? FeedHealth.Never;

    /// <summary>Ends with the next pass that begins.</summary>
    internal Task NextPass
    {
        get
        {
            lock (_gate)
            {
                return _next.Done;
            }
        }
    }

    /// <summary>Ends when a pass that began after this call is done, or the patience of triggers.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        var asked = Wake(time.GetUtcNow() - (options.Value.Freshness ?? FeedOptions.DefaultFreshness));
        using var patience = new CancellationTokenSource(options.Value.PatienceOfTriggers, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            await asked.WaitAsync(busy, linked.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The pass goes on without us; the trigger asks again anyway.
        }
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        busy(1);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            AskedPass asked;
            var wanted = time.GetUtcNow() - options.Value.Interval;
            lock (_gate)
            {
                (asked, _next) = (_next, new AskedPass());
                _isAsked = false;
                (wanted, _wanted) = (_wanted > wanted ? _wanted : wanted, default);
            }

            foreach (var legalEntity in connector.Value.LegalEntities.Select(name => name.ToLowerInvariant()).Distinct())
            {
                await PassAsync(legalEntity, wanted, stoppingToken);
            }

            asked.End(busy);
            await WaitAsync(stoppingToken);
        }
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        await using var interval = time.CreateTimer(static feed => ((ProspectFeed)feed!).Wake(default), this, options.Value.Interval, Timeout.InfiniteTimeSpan);
        var sleep = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_isAsked)
            {
                return;
            }

            _sleep = sleep;
            busy(-1);
        }

        try
        {
            await sleep.Task.WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            // The service stops; the loop knows.
        }
    }

    /// <summary>The pass that begins after this call. Who wakes the loop counts it in.</summary>
    /// <param name="wanted">A pass of another instance that began after this moment does as well.</param>
    private AskedPass Wake(DateTimeOffset wanted)
    {
        lock (_gate)
        {
            _isAsked = true;
            _wanted = wanted > _wanted ? wanted : _wanted;
            if (_sleep is { } sleep)
            {
                _sleep = null;
                busy(1);
                sleep.SetResult();
            }

            return _next;
        }
    }

    private async Task PassAsync(string legalEntity, DateTimeOffset wanted, CancellationToken stopping)
    {
        try
        {
            await using var lease = await leases.TakeAsync(stopping);
            if (lease.IsShared && await leases.LastPassAsync(legalEntity, stopping) is { } other && other > wanted)
            {
                _health[legalEntity] = new FeedHealth(other, null);
                return;
            }

            await pass.RunAsync(legalEntity, lease, stopping);
            _health[legalEntity] = new FeedHealth(time.GetUtcNow(), null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nothing was written, so nothing is lost.
        }
        catch (FeedLeaseLostException)
        {
            Overtaken(log, legalEntity);
        }
        catch (Exception problem)
        {
            // One legal entity that cannot be read must not keep the others from being read.
            _health[legalEntity] = HealthOf(legalEntity) with { Problem = problem };
            Failed(log, legalEntity, problem.GetType().Name, (problem as Commerce.CommerceException)?.Status);
        }
    }

    [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "{LegalEntity}: another instance took over the reading of prospects, because this one was too slow")]
    private static partial void Overtaken(ILogger log, string legalEntity);

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "{LegalEntity}: prospects could not be read ({Problem}, status {Status}); the next pass tries again")]
    private static partial void Failed(ILogger log, string legalEntity, string problem, int? status);
}
