using B2BConnector.Connector.Store;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Feed;

/// <summary>
/// Of several instances on one store, one at a time looks at Commerce; the others take what it found. Where one instance has the store
/// to itself, nothing is written for it.
/// </summary>
internal sealed class FeedLeases(IDbContextFactory<ConnectorStore> stores, LeaseStore leases, IStoreDatabase database, TimeProvider time, IdSource ids)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Waits for it: until whoever has it is done, or has been silent for so long that it must be dead.</summary>
    public async Task<FeedLease> TakeAsync(CancellationToken cancel)
    {
        if (!database.IsShared)
        {
            return FeedLease.Alone;
        }

        var owner = ids();
        while (!await leases.TryTakeAsync(FeedLease.LeaseName, owner, cancel))
        {
            await Task.Delay(LookAgain, time, cancel);
        }

        return new FeedLease(leases, owner, time);
    }

    /// <summary>When the last pass of any instance over a legal entity began that succeeded.</summary>
    public async Task<DateTimeOffset?> LastPassAsync(string legalEntity, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return (await store.FeedStates.AsNoTracking().FirstOrDefaultAsync(row => row.LegalEntity == legalEntity, cancel))?.PassBegunAt;
    }
}
