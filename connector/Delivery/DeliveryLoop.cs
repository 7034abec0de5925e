using System.Collections.Concurrent;

namespace B2BConnector.Connector.Delivery;

/// <summary>Delivers events as they come due, several at a time, until the service stops.</summary>
internal sealed partial class DeliveryLoop(
    DeliveryPlanner planner, DeliveryQueue queue, CallbackSender sender, DeliveryRecords records, DeliverySignal signal, TimeProvider time, BusyReport busy, ILogger<DeliveryLoop> log)
    : BackgroundService
{
    /// <summary>After the store failed nothing is sent for a while: what cannot be written down would be sent again and again.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<DeliveryKey, bool> _underWay = [];
    private long _pausedUntil;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        busy(1);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            signal.Begin();
            await signal.WaitAsync(await LookAsync(stoppingToken), stoppingToken);
        }

        // Each that ends raises the signal; the store must not close before.
        while (!_underWay.IsEmpty)
        {
            signal.Begin();
            if (!_underWay.IsEmpty)
            {
                await signal.WaitAsync(null, CancellationToken.None);
            }
        }
    }

    /// <summary>Starts what is due and says when to look again.</summary>
    private async Task<DateTimeOffset?> LookAsync(CancellationToken stopping)
    {
        var paused = new DateTimeOffset(Interlocked.Read(ref _pausedUntil), TimeSpan.Zero);
        if (paused > time.GetUtcNow())
        {
            return paused;
        }

        try
        {
            await planner.PlanAsync(stopping);
            foreach (var delivery in await queue.DueAsync([.. _underWay.Keys], stopping))
            {
                _underWay[delivery.Key] = true;
                busy(1);
                _ = DeliverAsync(delivery, stopping);
            }

            return await queue.NextAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception problem)
        {
            // The store is busy or full; nothing is lost, the events are in it.
            LookFailed(log, problem);
            return PauseNow();
        }
    }

    private async Task DeliverAsync(DueDelivery delivery, CancellationToken stopping)
    {
        try
        {
            var outcome = await sender.SendAsync(delivery, stopping);
            await records.WriteAsync(delivery, outcome, CancellationToken.None);
            if (outcome.Kind != OutcomeKind.Delivered)
            {
                NotDelivered(log, delivery.Event.EventId, delivery.Subscription.Host, delivery.Row.Attempts + 1, outcome.Words, outcome.Kind);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not written down, so it is sent again, under the same webhook-id.
            await ReleaseAsync(delivery);
        }
        catch (Exception problem)
        {
            PauseNow();
            RecordFailed(log, problem, delivery.Event.EventId);
            await ReleaseAsync(delivery);
        }
        finally
        {
            _underWay.TryRemove(delivery.Key, out _);
            signal.Raise();
            busy(-1);
        }
    }

    private async Task ReleaseAsync(DueDelivery delivery)
    {
        try
        {
            await records.ReleaseAsync(delivery);
        }
        catch (Exception problem)
        {
            // Then it is free when the claim ends.
            RecordFailed(log, problem, delivery.Event.EventId);
        }
    }

    private DateTimeOffset PauseNow()
    {
        var end = time.GetUtcNow() + Pause;
        Interlocked.Exchange(ref _pausedUntil, end.UtcTicks);
        return end;
    }

    [LoggerMessage(EventId = 4000, Level = LogLevel.Warning, Message = "Event {Event} did not get to {Host}, try {Try}: {Words} ({Kind})")]
    private static partial void NotDelivered(ILogger log, Guid @event, string host, int @try, string words, OutcomeKind kind);

    [LoggerMessage(EventId = 4001, Level = LogLevel.Error, Message = "Deliveries could not be read from the store; looking again in a moment")]
    private static partial void LookFailed(ILogger log, Exception problem);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Error, Message = "What came of event {Event} could not be written down; it is delivered again")]
    private static partial void RecordFailed(ILogger log, Exception problem, Guid @event);
}
