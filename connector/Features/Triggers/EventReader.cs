using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Feed;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Triggers;

/// <summary>Reads the event log for one trigger from where it stopped.</summary>
internal sealed class EventReader(IDbContextFactory<ConnectorStore> stores, IOptions<FeedOptions> options)
{
    /// <summary>The next events after the cursor, and the cursor after them.</summary>
    public async Task<(IReadOnlyList<ProspectEvent> Events, TriggerCursor Next, bool More)> ReadAsync(EventQuery query, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var storeId = (await store.Identity.AsNoTracking().SingleAsync(cancel)).StoreId;
        var last = await store.Events.MaxAsync(row => (long?)row.Sequence, cancel) ?? 0;
        var cursor = TriggerCursor.Decode(query.Cursor, query.Type, storeId, last) ?? Start(query.Type, storeId, last);
        var size = options.Value.BatchSize;

        // What comes in from here on is left for the next call: the cursor ends at the last one.
        var rows = await Matching(store, query, cursor).Where(row => row.Sequence <= last).OrderBy(row => row.Sequence).Take(size + 1).ToListAsync(cancel);
        var events = rows.Take(size).Select(Say).ToList();

        // When all was read, the cursor moves past events that the filter left out: they are not looked at again.
        var read = rows.Count > size ? rows[size - 1].Sequence : last;
        return (events, cursor with { Sequence = read }, rows.Count > size);
    }

    /// <summary>Created begins with everything that still waits; decided with what comes from now on.</summary>
    private static TriggerCursor Start(string type, Guid storeId, long last) =>
        type == LoggedEvent.Created ? new TriggerCursor(type, storeId, 0, last) : new TriggerCursor(type, storeId, last, 0);

    private static IQueryable<LoggedEvent> Matching(ConnectorStore store, EventQuery query, TriggerCursor cursor)
    {
        var rows = EventFilter.Apply(store.Events.AsNoTracking(), query.Type, query.LegalEntity, query.Source).Where(row => row.Sequence > cursor.Sequence);
        const string pending = nameof(ProspectStatus.Pending);
        return rows.Where(row => row.Sequence > cursor.PendingUpTo
            || store.SeenProspects.Any(seen => seen.LegalEntity == row.LegalEntity && seen.ProspectId == row.ProspectId && seen.Status == pending && seen.MissingSince == null));
    }

    /// <summary>The event as triggers tell it, the same polled and delivered.</summary>
    public static ProspectEvent Say(LoggedEvent row) => new()
    {
        EventId = row.EventId,
        Type = row.Type,
        OccurredAt = row.OccurredAt,
        LegalEntity = row.LegalEntity,
        ProspectId = row.ProspectId,
        Status = Enum.Parse<ProspectStatus>(row.Status),
        DecisionSource = row.DecisionSource is { } source ? Enum.Parse<DecisionSource>(source) : null,
    };
}
