using B2BConnector.Connector.Delivery;
using B2BConnector.Connector.Features.Approvals;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Feed;

/// <summary>Writes what changed: last seen state and events of a prospect in one transaction, so that neither is ever without the other.</summary>
internal sealed class FeedLog(IDbContextFactory<ConnectorStore> stores, TimeProvider time, IdSource ids, DecisionRecords decisions, DeliverySignal delivery)
{
    // One commit holds so many prospects: each of them is whole, and a first pass over many does not hold them all at once.
    private const int PerCommit = 500;

    /// <summary>Returns how many prospects were created and decided without ever having been seen pending.</summary>
    public async Task<int> WriteAsync(PassScope pass, IReadOnlyList<Sighting> sightings, FeedLease lease, CancellationToken cancel)
    {
        var between = 0;
        foreach (var part in sightings.Chunk(PerCommit))
        {
            between += await UnderLeaseAsync(lease, store => WritePartAsync(store, pass, part, cancel), cancel);
        }

        // Written last: a pass that is cut off before begins again, and finds what it wrote already.
        if (pass.First || pass.Full || lease.IsShared)
        {
            await UnderLeaseAsync(lease, store => EndAsync(store, pass, lease, cancel), cancel);
        }

        return between;
    }

    private async Task<int> UnderLeaseAsync(FeedLease lease, Func<ConnectorStore, Task<int>> write, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        await using var transaction = lease.IsShared ? await store.Database.BeginTransactionAsync(cancel) : null;
        await lease.HoldAsync(store, cancel);
        var between = await write(store);
        var hasEvents = store.ChangeTracker.Entries<LoggedEvent>().Any();
        await store.SaveChangesAsync(cancel);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }

        if (hasEvents)
        {
            delivery.Raise();
        }

        return between;
    }

    private async Task<int> WritePartAsync(ConnectorStore store, PassScope pass, Sighting[] sightings, CancellationToken cancel)
    {
        var (legalEntity, now, between) = (pass.LegalEntity, time.GetUtcNow(), 0);
        var keys = sightings.Select(sighting => sighting.ProspectId).ToList();
        var known = await store.SeenProspects.Where(row => row.LegalEntity == legalEntity && keys.Contains(row.ProspectId)).ToDictionaryAsync(row => row.ProspectId, StringComparer.Ordinal, cancel);
        foreach (var sighting in sightings)
        {
            var seen = known.GetValueOrDefault(sighting.ProspectId);
            if (sighting.Status is not { } status)
            {
                seen?.MissingSince ??= now;
                continue;
            }

            if (seen is null)
            {
                store.SeenProspects.Add(new SeenProspect { LegalEntity = legalEntity, ProspectId = sighting.ProspectId, Status = status.ToString(), ChangedAt = now });
                if (status == ProspectStatus.Pending)
                {
                    store.Events.Add(Event(LoggedEvent.Created, legalEntity, sighting.ProspectId, status, now, null));
                }
                else if (!pass.First)
                {
                    between++;
                }

                continue;
            }

            seen.MissingSince = null;
            if (IsDecided(status) && !IsDecided(seen.Status))
            {
                store.Events.Add(Event(LoggedEvent.Decided, legalEntity, sighting.ProspectId, status, now, await SourceAsync(store, legalEntity, sighting.ProspectId, status, cancel)));
            }

            seen.Status = status.ToString();
            seen.ChangedAt = now;
        }

        return between;
    }

    private async Task<int> EndAsync(ConnectorStore store, PassScope pass, FeedLease lease, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var state = await store.FeedStates.FindAsync([pass.LegalEntity], cancel);
        if (state is null)
        {
            state = new FeedState { LegalEntity = pass.LegalEntity };
            store.FeedStates.Add(state);
        }

        state.FirstPassAt ??= now;
        state.FullPassAt = pass.Full ? now : state.FullPassAt;
        state.PassBegunAt = lease.IsShared ? pass.BegunAt : null;
        return 0;
    }

    private static bool IsDecided(ProspectStatus status) => status is ProspectStatus.Approved or ProspectStatus.Rejected;

    private static bool IsDecided(string status) => status is nameof(ProspectStatus.Approved) or nameof(ProspectStatus.Rejected);

    /// <summary>Ours when we wrote it down before writing it to Commerce.</summary>
    private async Task<string> SourceAsync(ConnectorStore store, string legalEntity, string prospectId, ProspectStatus status, CancellationToken cancel) =>
        await decisions.FindAsync(store, legalEntity, prospectId, status, cancel) is null ? nameof(DecisionSource.Commerce) : nameof(DecisionSource.Connector);

    private LoggedEvent Event(string type, string legalEntity, string prospectId, ProspectStatus status, DateTimeOffset now, string? source) => new()
    {
        EventId = ids(),
        Type = type,
        OccurredAt = now,
        LegalEntity = legalEntity,
        ProspectId = prospectId,
        Status = status.ToString(),
        DecisionSource = source,
    };
}
