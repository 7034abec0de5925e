using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Delivery;

/// <summary>How delivery stands, for those who look after the connector.</summary>
internal sealed class DeliveryHealth(IDbContextFactory<ConnectorStore> stores)
{
    public async Task<DeliveryReport> ReadAsync(CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return new DeliveryReport(
            await store.Subscriptions.AsNoTracking().Where(row => row.State == SubscriptionState.Suspended).OrderBy(row => row.Id).ToListAsync(cancel),
            await store.Deliveries.CountAsync(row => row.DeadAt == null, cancel),
            await store.Deliveries.CountAsync(row => row.DeadAt != null, cancel));
    }

    /// <summary>Every subscription that is not over and gets events of a legal entity, the oldest change first.</summary>
    public async Task<IReadOnlyList<SubscriptionHealth>> OfAsync(string legalEntity, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var rows = await store.Subscriptions.AsNoTracking()
            .Where(row => (row.LegalEntity == null || row.LegalEntity == legalEntity) && (row.State == SubscriptionState.Active || row.State == SubscriptionState.Suspended))
            .OrderBy(row => row.ChangedAt).ThenBy(row => row.Id)
            .Select(row => new
            {
                Subscription = row,
                Waiting = store.Deliveries.Count(found => found.SubscriptionId == row.Id && found.LegalEntity == legalEntity && found.DeadAt == null),
                Dead = store.Deliveries.Count(found => found.SubscriptionId == row.Id && found.LegalEntity == legalEntity && found.DeadAt != null),
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new SubscriptionHealth(row.Subscription, row.Waiting, row.Dead))];
    }
}

/// <summary>How one subscription stands with events of one legal entity.</summary>
/// <param name="Subscription">Active or suspended.</param>
/// <param name="Waiting">Deliveries that are not done.</param>
/// <param name="Dead">Deliveries that are not tried any more.</param>
internal sealed record SubscriptionHealth(EventSubscription Subscription, int Waiting, int Dead);

/// <summary>What to look at.</summary>
/// <param name="Suspended">Subscriptions whose receivers refuse; their events wait.</param>
/// <param name="Waiting">Deliveries that are not done.</param>
/// <param name="Dead">Deliveries that are not tried any more.</param>
internal sealed record DeliveryReport(IReadOnlyList<EventSubscription> Suspended, int Waiting, int Dead);
