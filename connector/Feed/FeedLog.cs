using B2BConnector.Connector.Delivery;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Feed;

/// <summary>Writes what changed: last seen state and events in one transaction, so that neither is ever without the other.</summary>
internal sealed class FeedLog(IDbContextFactory<ConnectorStore> stores, TimeProvider time, IdSource ids, DeliverySignal delivery)
{
    /// <summary>Returns how many prospects were created and decided without ever having been seen pending.</summary>
    public async Task<int> WriteAsync(PassScope pass, IReadOnlyList<Sighting> sightings, FeedTurn turn, CancellationToken cancel)
    {
        var (legalEntity, now) = (pass.LegalEntity, time.GetUtcNow());
        var between = 0;
        await using var store = await stores.CreateDbContextAsync(cancel);
        await using var transaction = turn.IsShared ? await store.Database.BeginTransactionAsync(cancel) : null;
        await turn.HoldAsync(store, cancel);
        foreach (var sighting in sightings)
        {
            var seen = await store.SeenProspects.FindAsync([legalEntity, sighting.ProspectId], cancel);
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

        if (pass.First || pass.Full || turn.IsShared)
        {
            var state = await store.FeedStates.FindAsync([legalEntity], cancel);
            if (state is null)
            {
                state = new FeedState { LegalEntity = legalEntity };
                store.FeedStates.Add(state);
            }

            state.FirstPassAt ??= now;
            state.FullPassAt = pass.Full ? now : state.FullPassAt;
            state.PassBegunAt = turn.IsShared ? pass.BegunAt : null;
        }

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

    private static bool IsDecided(ProspectStatus status) => status is ProspectStatus.Approved or ProspectStatus.Rejected;

    private static bool IsDecided(string status) => status is nameof(ProspectStatus.Approved) or nameof(ProspectStatus.Rejected);

    /// <summary>Ours when we wrote it down before writing it to Commerce.</summary>
    private static async Task<string> SourceAsync(ConnectorStore store, string legalEntity, string prospectId, ProspectStatus status, CancellationToken cancel) =>
        await store.Decisions.FindAsync([legalEntity, prospectId, status.ToString()], cancel) is null ? nameof(DecisionSource.Commerce) : nameof(DecisionSource.Connector);

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
