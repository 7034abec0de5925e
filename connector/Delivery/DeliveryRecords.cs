using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Delivery;

/// <summary>Writes down what a try came to. What is not written down happens again: the receiver knows it by its webhook-id.</summary>
internal sealed class DeliveryRecords(IDbContextFactory<ConnectorStore> stores, DeliveryClaims claims, TimeProvider time)
{
    public async Task WriteAsync(DueDelivery delivery, DeliveryOutcome outcome, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        switch (outcome.Kind)
        {
            case OutcomeKind.Delivered:
                await Row(store, delivery.Key).ExecuteDeleteAsync(cancel);
                break;
            case OutcomeKind.Failed:
                await FailAsync(store, delivery, outcome, cancel);
                break;
            case OutcomeKind.Suspended:
                await FailAsync(store, delivery, outcome, cancel, suspended: true);
                await MoveAsync(store, delivery.Key.Subscription, SubscriptionState.Suspended, outcome.Words, cancel);
                break;
            case OutcomeKind.Ended:
                await MoveAsync(store, delivery.Key.Subscription, SubscriptionState.Ended, outcome.Words, cancel);
                await ClearAsync(store, delivery.Key.Subscription, cancel);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Kind, "No such outcome.");
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>It was not sent after all.</summary>
    public async Task ReleaseAsync(DueDelivery delivery)
    {
        await using var store = await stores.CreateDbContextAsync();
        await claims.ReleaseAsync(store, delivery.Key);
    }

    /// <summary>What a subscription that is over leaves behind: its dead deliveries and the hash of its token, and no secret.</summary>
    public static async Task ClearAsync(ConnectorStore store, Guid subscription, CancellationToken cancel)
    {
        await store.Subscriptions.Where(row => row.Id == subscription)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Destination, (string?)null).SetProperty(changed => changed.Callback, ""), cancel);
        await store.Deliveries.Where(row => row.SubscriptionId == subscription && row.DeadAt == null).ExecuteDeleteAsync(cancel);
    }

    private static IQueryable<EventDelivery> Row(ConnectorStore store, DeliveryKey key) =>
        store.Deliveries.Where(row => row.SubscriptionId == key.Subscription && row.Sequence == key.Sequence);

    private async Task FailAsync(ConnectorStore store, DueDelivery delivery, DeliveryOutcome outcome, CancellationToken cancel, bool suspended = false)
    {
        var (now, tries) = (time.GetUtcNow(), delivery.Row.Attempts + 1);
        var wait = suspended ? TimeSpan.Zero : RetrySchedule.WaitAfter(tries, outcome.RetryAfter);
        var dead = wait is null ? now : (DateTimeOffset?)null;
        await claims.Held(store, delivery.Key).ExecuteUpdateAsync(
            row => row.SetProperty(changed => changed.Attempts, tries)
                .SetProperty(changed => changed.ClaimedBy, (Guid?)null)
                .SetProperty(changed => changed.ClaimedUntil, (DateTimeOffset?)null)
                .SetProperty(changed => changed.LastAttemptAt, now)
                .SetProperty(changed => changed.LastOutcome, outcome.Words)
                .SetProperty(changed => changed.NextAttemptAt, now + (wait ?? TimeSpan.Zero))
                .SetProperty(changed => changed.DeadAt, dead),
            cancel);
    }

    /// <summary>Only from Active: what the subscriber did in the meantime stands.</summary>
    private async Task MoveAsync(ConnectorStore store, Guid subscription, SubscriptionState state, string reason, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await store.Subscriptions.Where(row => row.Id == subscription && row.State == SubscriptionState.Active)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.State, state).SetProperty(changed => changed.Reason, reason).SetProperty(changed => changed.ChangedAt, now), cancel);
    }
}
