using System.Linq.Expressions;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Delivery;

/// <summary>
/// Shares deliveries among instances: one of them sends each, and what a dead one had claimed is free again after a while. Where one
/// instance has the store to itself nothing is claimed.
/// </summary>
internal sealed class DeliveryClaims(IStoreDatabase database, TimeProvider time, IdSource ids, IOptions<WebhookOptions> options)
{
    private readonly Guid? _owner = database.IsShared ? ids() : null;

    /// <summary>A try ends within its time limit, and what came of it is written down soon after.</summary>
    private TimeSpan Duration => options.Value.TimeLimit * 2;

    /// <summary>Deliveries that nobody sends now.</summary>
    public static Expression<Func<EventDelivery, bool>> IsFree(DateTimeOffset now) => row => row.ClaimedUntil == null || row.ClaimedUntil <= now;

    /// <summary>Those of the rows that this instance may send; the others are sent by somebody else, or were tried since they were read.</summary>
    public async Task<IReadOnlyList<EventDelivery>> ClaimAsync(ConnectorStore store, IReadOnlyList<EventDelivery> rows, CancellationToken cancel)
    {
        if (_owner is null)
        {
            return rows;
        }

        var (now, claimed) = (time.GetUtcNow(), new List<EventDelivery>());
        var end = now + Duration;
        foreach (var row in rows)
        {
            var taken = await store.Deliveries
                .Where(found => found.SubscriptionId == row.SubscriptionId && found.Sequence == row.Sequence)
                .Where(found => found.Attempts == row.Attempts && found.NextAttemptAt == row.NextAttemptAt && found.DeadAt == null)
                .Where(IsFree(now))
                .ExecuteUpdateAsync(found => found.SetProperty(changed => changed.ClaimedBy, _owner).SetProperty(changed => changed.ClaimedUntil, end), cancel);
            if (taken == 1)
            {
                claimed.Add(row);
            }
        }

        return claimed;
    }

    /// <summary>Not sent after all, because the service stops: another instance need not wait.</summary>
    public async Task ReleaseAsync(ConnectorStore store, DeliveryKey key)
    {
        if (_owner is not null)
        {
            await Held(store, key).ExecuteUpdateAsync(row => row.SetProperty(changed => changed.ClaimedBy, (Guid?)null).SetProperty(changed => changed.ClaimedUntil, (DateTimeOffset?)null));
        }
    }

    /// <summary>The row, if this instance still has the right to say what came of it.</summary>
    public IQueryable<EventDelivery> Held(ConnectorStore store, DeliveryKey key) =>
        store.Deliveries.Where(row => row.SubscriptionId == key.Subscription && row.Sequence == key.Sequence && row.ClaimedBy == _owner);

    /// <summary>When to look again: what another instance planned, released or left behind raises no signal here.</summary>
    public DateTimeOffset? LookAgainAt(DateTimeOffset? next)
    {
        var look = time.GetUtcNow() + options.Value.LookInterval;
        return _owner is null || next < look ? next : look;
    }
}
