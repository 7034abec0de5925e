using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Feed;

/// <summary>
/// One look at the prospects of one legal entity. Prospects carry no time of change, so what is pending now is compared with
/// what was seen last; a prospect that is pending no more is read singly, because absence says nothing.
/// </summary>
internal sealed partial class FeedPass(CommerceProspects prospects, FeedLog feedLog, IDbContextFactory<ConnectorStore> stores, TimeProvider time, IOptions<FeedOptions> options, ILogger<FeedPass> log)
{
    // Asked by every pass, so the translations are kept. Of this reader, not of the process: they belong to one kind of database.
    private readonly Func<ConnectorStore, string, CancellationToken, Task<FeedState?>> _state = EF.CompileAsyncQuery(
        (ConnectorStore store, string legalEntity, CancellationToken _) => store.FeedStates.AsNoTracking().FirstOrDefault(row => row.LegalEntity == legalEntity));

    private readonly Func<ConnectorStore, string, IAsyncEnumerable<SeenProspect>> _seen = EF.CompileAsyncQuery(
        (ConnectorStore store, string legalEntity) => store.SeenProspects.AsNoTracking().Where(row => row.LegalEntity == legalEntity));

    private readonly Func<ConnectorStore, string, IAsyncEnumerable<SeenProspect>> _open = EF.CompileAsyncQuery(
        (ConnectorStore store, string legalEntity) => store.SeenProspects.AsNoTracking()
            .Where(row => row.LegalEntity == legalEntity && (row.Status == nameof(ProspectStatus.Pending) || row.Status == nameof(ProspectStatus.Unknown))));

    public async Task RunAsync(string legalEntity, FeedLease lease, CancellationToken cancel)
    {
        var begun = time.GetUtcNow();
        var (first, full, seen) = await ReadSeenAsync(legalEntity, begun, cancel);
        var sightings = new List<Sighting>();
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in prospects.ListKeysAsync(legalEntity, full ? null : ProspectStatus.Pending, cancel))
        {
            await lease.KeepAsync(cancel);
            present.Add(row.ProspectId);
            var status = ProspectReader.StatusOf(row);
            if (!seen.TryGetValue(row.ProspectId, out var before) || before.Status != status.ToString() || before.MissingSince is not null)
            {
                sightings.Add(new Sighting(row.ProspectId, status));
            }
        }

        // Only those last seen pending can have been decided since; a missing one is asked for again in full passes only.
        foreach (var gone in seen.Values.Where(before => IsOpen(before) && (full || before.MissingSince is null) && !present.Contains(before.ProspectId)).ToList())
        {
            await lease.KeepAsync(cancel);
            var row = await prospects.FindAsync(new ProspectKey(legalEntity, gone.ProspectId), cancel);
            var status = row is null ? (ProspectStatus?)null : ProspectReader.StatusOf(row);
            if (status?.ToString() != gone.Status || gone.MissingSince is not null)
            {
                sightings.Add(new Sighting(gone.ProspectId, status));
            }
        }

        var between = await feedLog.WriteAsync(new PassScope(legalEntity, first, full, begun), sightings, lease, cancel);
        if (sightings.Count > 0 || full)
        {
            Passed(log, legalEntity, present.Count, sightings.Count, between);
        }
    }

    private static bool IsOpen(SeenProspect seen) => seen.Status is nameof(ProspectStatus.Pending) or nameof(ProspectStatus.Unknown);

    /// <summary>Which pass it is, and what was seen last; of decided prospects, which only grow in number, in full passes alone.</summary>
    private async Task<(bool First, bool Full, Dictionary<string, SeenProspect> Seen)> ReadSeenAsync(string legalEntity, DateTimeOffset begun, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var state = await _state(store, legalEntity, cancel);
        var full = state?.FullPassAt is not { } last || begun - last >= options.Value.FullPassInterval;
        var seen = await (full ? _seen : _open)(store, legalEntity).ToDictionaryAsync(row => row.ProspectId, StringComparer.Ordinal, cancel);
        return (state?.FirstPassAt is null, full, seen);
    }

    [LoggerMessage(EventId = 3000, Level = LogLevel.Information, Message = "{LegalEntity}: read {Rows} prospects, {Changes} changed, {Between} created and decided between two reads")]
    private static partial void Passed(ILogger log, string legalEntity, int rows, int changes, int between);
}
