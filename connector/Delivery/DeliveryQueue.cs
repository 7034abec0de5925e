using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Delivery;

/// <summary>
/// Which delivery comes next. Of one subscription and prospect only the oldest one that is not done: so events of a prospect arrive
/// in their order, and a prospect whose event does not get through holds up no other.
/// </summary>
internal sealed class DeliveryQueue(IDbContextFactory<ConnectorStore> stores, DeliveryClaims claims, TimeProvider time, IOptions<WebhookOptions> options)
{
    /// <summary>What is to be sent now, within the limits of what may be under way, fewest under way first.</summary>
    public async Task<IReadOnlyList<DueDelivery>> DueAsync(IReadOnlyCollection<DeliveryKey> underWay, CancellationToken cancel)
    {
        var (now, found) = (time.GetUtcNow(), new List<DueDelivery>());
        await using var store = await stores.CreateDbContextAsync(cancel);
        var due = Heads(store).Where(row => row.NextAttemptAt <= now).Where(DeliveryClaims.IsFree(now));
        var subscriptions = await due.Select(row => row.SubscriptionId).Distinct().ToListAsync(cancel);
        foreach (var (id, busy) in subscriptions.Select(id => (id, underWay.Count(key => key.Subscription == id))).OrderBy(pair => pair.Item2))
        {
            var room = Math.Min(options.Value.ParallelPerSubscription - busy, options.Value.Parallel - underWay.Count - found.Count);
            if (room > 0)
            {
                var rows = await due.Where(row => row.SubscriptionId == id).OrderBy(row => row.Sequence).Take(room + busy).ToListAsync(cancel);
                var mine = await claims.ClaimAsync(store, [.. rows.Where(row => !underWay.Contains(new DeliveryKey(id, row.Sequence))).Take(room)], cancel);
                found.AddRange(await JoinAsync(store, id, mine, cancel));
            }
        }

        return found;
    }

    /// <summary>When the next one is due that is not due yet, or when to look in any case.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var store = await stores.CreateDbContextAsync(cancel);
        return claims.LookAgainAt(await Heads(store).Where(row => row.NextAttemptAt > now).OrderBy(row => row.NextAttemptAt).Select(row => (DateTimeOffset?)row.NextAttemptAt).FirstOrDefaultAsync(cancel));
    }

    private static IQueryable<EventDelivery> Heads(ConnectorStore store) => store.Deliveries.AsNoTracking()
        .Where(row => row.DeadAt == null && store.Subscriptions.Any(subscription => subscription.Id == row.SubscriptionId && subscription.State == SubscriptionState.Active))
        .Where(row => !store.Deliveries.Any(before => before.SubscriptionId == row.SubscriptionId && before.LegalEntity == row.LegalEntity && before.ProspectId == row.ProspectId
            && before.Sequence < row.Sequence && before.DeadAt == null));

    private static async Task<IEnumerable<DueDelivery>> JoinAsync(ConnectorStore store, Guid id, IReadOnlyList<EventDelivery> rows, CancellationToken cancel)
    {
        var subscription = await store.Subscriptions.AsNoTracking().SingleAsync(row => row.Id == id, cancel);
        var numbers = rows.Select(row => row.Sequence).ToList();
        var events = await store.Events.AsNoTracking().Where(row => numbers.Contains(row.Sequence)).ToDictionaryAsync(row => row.Sequence, cancel);
        return rows.Select(row => new DueDelivery(row, subscription, events[row.Sequence]));
    }
}
