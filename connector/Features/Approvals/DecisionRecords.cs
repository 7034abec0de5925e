using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>Writes down decisions before they are written to Commerce, so that their echo is known as our own.</summary>
internal sealed class DecisionRecords(IDbContextFactory<ConnectorStore> stores, TimeProvider time)
{
    public async Task<RecordedDecision?> FindAsync(ProspectKey key, ProspectStatus status, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.Decisions.FindAsync([key.LegalEntity, key.ProspectId, status.ToString()], cancel);
    }

    /// <summary>When the last approval of ours left a partner who can sign in; null: none did.</summary>
    public async Task<DateTimeOffset?> LastApprovalAsync(string legalEntity, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var approved = nameof(ProspectStatus.Approved);
        var times = await store.Decisions.Where(row => row.LegalEntity == legalEntity && row.Status == approved && row.DecidedAt != null)
            .OrderByDescending(row => row.DecidedAt).Select(row => row.DecidedAt).Take(1).ToListAsync(cancel);
        return times.SingleOrDefault();
    }

    public Task IntendAsync(ProspectKey key, ProspectStatus status, string? reason, CancellationToken cancel) =>
        ChangeAsync(key, status, record =>
        {
            record.IntendedAt = time.GetUtcNow();
            record.Reason = reason;
        }, cancel);

    public async Task<DateTimeOffset> CompleteAsync(ProspectKey key, ProspectStatus status, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await ChangeAsync(key, status, record => record.DecidedAt ??= now, cancel);
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

    private async Task ChangeAsync(ProspectKey key, ProspectStatus status, Action<RecordedDecision> change, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var row = await store.Decisions.FindAsync([key.LegalEntity, key.ProspectId, status.ToString()], cancel);
        if (row is null)
        {
            row = new RecordedDecision { LegalEntity = key.LegalEntity, ProspectId = key.ProspectId, Status = status.ToString(), IntendedAt = time.GetUtcNow() };
            store.Decisions.Add(row);
        }

        change(row);
        await store.SaveChangesAsync(cancel);
    }
}
