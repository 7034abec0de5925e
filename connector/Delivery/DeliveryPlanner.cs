using B2BConnector.Connector.Features.Triggers;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Delivery;

/// <summary>Makes deliveries of events. A subscription moves on in the log in the same transaction, so that no event is planned twice or never.</summary>
internal sealed class DeliveryPlanner(IDbContextFactory<ConnectorStore> stores, TimeProvider time)
{
    private const int BatchSize = 500;

    public async Task PlanAsync(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var last = await store.Events.MaxAsync(row => (long?)row.Sequence, cancel) ?? 0;
        foreach (var subscription in await store.Subscriptions.AsNoTracking().Where(row => row.State == SubscriptionState.Active && row.Cursor < last).ToListAsync(cancel))
        {
            await PlanAsync(store, subscription, last, cancel);
        }
    }

    private async Task PlanAsync(ConnectorStore store, EventSubscription subscription, long last, CancellationToken cancel)
    {
        var (before, now) = (subscription.Cursor, time.GetUtcNow());
        while (before < last)
        {
            var events = await EventFilter.Apply(store.Events.AsNoTracking(), subscription.Type, subscription.LegalEntity, Enum.Parse<EventSource>(subscription.Source))
                .Where(row => row.Sequence > before && row.Sequence <= last)
                .OrderBy(row => row.Sequence)
                .Take(BatchSize)
                .ToListAsync(cancel);
            var next = events.Count < BatchSize ? last : events[^1].Sequence;
            await using var transaction = await store.Database.BeginTransactionAsync(cancel);
            var from = before;
            var moved = await store.Subscriptions.Where(row => row.Id == subscription.Id && row.State == SubscriptionState.Active && row.Cursor == from)
                .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Cursor, next), cancel);
            if (moved == 0)
            {
                // Deleted, suspended or moved on by somebody else in the meantime: the next look sees how it stands.
                return;
            }

            store.Deliveries.AddRange(events.Select(row => new EventDelivery
            {
                SubscriptionId = subscription.Id,
                Sequence = row.Sequence,
                LegalEntity = row.LegalEntity,
                ProspectId = row.ProspectId,
                NextAttemptAt = now,
            }));
            await store.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            store.ChangeTracker.Clear();
            before = next;
        }
    }
}
