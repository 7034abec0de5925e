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
}

/// <summary>What to look at.</summary>
/// <param name="Suspended">Subscriptions whose receivers refuse; their events wait.</param>
/// <param name="Waiting">Deliveries that are not done.</param>
/// <param name="Dead">Deliveries that are not tried any more.</param>
internal sealed record DeliveryReport(IReadOnlyList<EventSubscription> Suspended, int Waiting, int Dead);
