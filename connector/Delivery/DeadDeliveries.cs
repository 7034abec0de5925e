using B2BConnector.Connector.Features.Subscriptions;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Delivery;

/// <summary>Deliveries that were given up, and their second life.</summary>
internal sealed class DeadDeliveries(IDbContextFactory<ConnectorStore> stores, DeliverySignal signal, TimeProvider time)
{
    /// <summary>
    /// They take their place in the order of their prospect again: later events that are not delivered yet wait for them. What is no
    /// number of a subscription or event matches nothing.
    /// </summary>
    public async Task<RetryAnswer> RetryAsync(string? subscription, string? @event, CancellationToken cancel)
    {
        if (!IsNumber(subscription, out var subscriptionId) || !IsNumber(@event, out var eventId))
        {
            return new RetryAnswer();
        }

        await using var store = await stores.CreateDbContextAsync(cancel);
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        var dead = store.Deliveries.Where(row => row.DeadAt != null
            && (subscriptionId == null || row.SubscriptionId == subscriptionId)
            && (eventId == null || store.Events.Any(found => found.Sequence == row.Sequence && found.EventId == eventId)));
        var answer = new RetryAnswer
        {
            Retried = await ReviveAsync(store, dead, SubscriptionState.Active, cancel),
            Waiting = await ReviveAsync(store, dead, SubscriptionState.Suspended, cancel),

            // The others are not dead any more.
            Left = await dead.CountAsync(cancel),
        };
        await transaction.CommitAsync(cancel);
        signal.Raise();
        return answer;
    }

    private static bool IsNumber(string? text, out Guid? number)
    {
        number = Guid.TryParse(text, out var found) ? found : null;
        return string.IsNullOrEmpty(text) || number is not null;
    }

    private Task<int> ReviveAsync(ConnectorStore store, IQueryable<EventDelivery> dead, SubscriptionState state, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return dead.Where(row => store.Subscriptions.Any(found => found.Id == row.SubscriptionId && found.State == state))
            .ExecuteUpdateAsync(
                row => row.SetProperty(changed => changed.DeadAt, (DateTimeOffset?)null)
                    .SetProperty(changed => changed.Attempts, 0)
                    .SetProperty(changed => changed.NextAttemptAt, now),
                cancel);
    }
}
