using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>Writes down decisions before they are written to Commerce, so that their echo is known as our own.</summary>
internal sealed class DecisionRecords(IDbContextFactory<ConnectorStore> stores, TimeProvider time)
{
    // Kept like those of the feed: of this object, because a translation belongs to one kind of database.
    private readonly Func<ConnectorStore, string, string, string, CancellationToken, Task<RecordedDecision?>> _find = EF.CompileAsyncQuery(
        (ConnectorStore store, string legalEntity, string prospectId, string status, CancellationToken _) =>
            store.Decisions.AsNoTracking().FirstOrDefault(row => row.LegalEntity == legalEntity && row.ProspectId == prospectId && row.Status == status));

    public async Task<RecordedDecision?> FindAsync(ProspectKey key, ProspectStatus status, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await FindAsync(store, key.LegalEntity, key.ProspectId, status, cancel);
    }

    /// <summary>The same in a store that is open, within its transaction.</summary>
    public Task<RecordedDecision?> FindAsync(ConnectorStore store, string legalEntity, string prospectId, ProspectStatus status, CancellationToken cancel) =>
        _find(store, legalEntity, prospectId, status.ToString(), cancel);

    /// <summary>When the last approval of ours left a partner who can sign in; null: none did.</summary>
    public async Task<DateTimeOffset?> LastApprovalAsync(string legalEntity, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var approved = nameof(ProspectStatus.Approved);
        var times = await store.Decisions.Where(row => row.LegalEntity == legalEntity && row.Status == approved && row.DecidedAt != null)
            .OrderByDescending(row => row.DecidedAt).Select(row => row.DecidedAt).Take(1).ToListAsync(cancel);
        return times.SingleOrDefault();
    }

    public async Task IntendAsync(ProspectKey key, ProspectStatus status, string? reason, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        await store.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Decisions" ("LegalEntity", "ProspectId", "Status", "IntendedAt", "Reason")
            VALUES ({key.LegalEntity}, {key.ProspectId}, {status.ToString()}, {time.GetUtcNow().ToUnixTimeMilliseconds()}, {reason})
            ON CONFLICT ("LegalEntity", "ProspectId", "Status") DO UPDATE SET "IntendedAt" = excluded."IntendedAt", "Reason" = excluded."Reason"
            """,
            cancel);
    }

    /// <summary>What was intended is done. The first time counts.</summary>
    public async Task<DateTimeOffset> CompleteAsync(ProspectKey key, ProspectStatus status, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var store = await stores.CreateDbContextAsync(cancel);
        await store.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Decisions" SET "DecidedAt" = COALESCE("DecidedAt", {now.ToUnixTimeMilliseconds()})
            WHERE "LegalEntity" = {key.LegalEntity} AND "ProspectId" = {key.ProspectId} AND "Status" = {status.ToString()}
            """,
            cancel);
        return now;
    }

    /// <summary>Commerce said no: a later decision of this kind is not ours.</summary>
    public async Task ForgetAsync(ProspectKey key, ProspectStatus status, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var name = status.ToString();
        await store.Decisions
            .Where(row => row.LegalEntity == key.LegalEntity && row.ProspectId == key.ProspectId && row.Status == name && row.DecidedAt == null)
            .ExecuteDeleteAsync(cancel);
    }
}
