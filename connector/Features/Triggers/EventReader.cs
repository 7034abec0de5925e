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
    // Asked by every poll, so the translation is kept. Of this reader, not of the process: it belongs to one kind of database.
    private readonly Func<ConnectorStore, CancellationToken, Task<LogEnd>> _end = EF.CompileAsyncQuery(
        (ConnectorStore store, CancellationToken _) => store.Identity.AsNoTracking().Select(row => new LogEnd(row.StoreId, store.Events.Max(logged => (long?)logged.Sequence))).Single());

    /// <summary>The next events after the cursor, and the cursor after them.</summary>
    public async Task<(IReadOnlyList<ProspectEvent> Events, TriggerCursor Next, bool More)> ReadAsync(EventQuery query, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var (storeId, sequence) = await _end(store, cancel);
        var last = sequence ?? 0;
        var cursor = TriggerCursor.Decode(query.Cursor, query.Type, storeId, last) ?? Start(query.Type, storeId, last);
        if (cursor.Sequence == last)
        {
            // Nothing came since.
            return ([], cursor, false);
        }

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

    /// <summary>Whose log it is, and its last event; null while there is none.</summary>
    private sealed record LogEnd(Guid StoreId, long? Last);

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
