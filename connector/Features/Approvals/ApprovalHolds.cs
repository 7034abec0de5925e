using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>
/// Stops approvals of a legal entity after one that left no hierarchy: if writing the status does not do what it should, the
/// next hundred must not be written before somebody has looked.
/// </summary>
internal sealed class ApprovalHolds(IDbContextFactory<ConnectorStore> stores, TimeProvider time)
{
    // Asked before every approval, so the translation is kept. Of this object, not of the process: it belongs to one kind of database.
    private readonly Func<ConnectorStore, string, CancellationToken, Task<string?>> _find = EF.CompileAsyncQuery(
        (ConnectorStore store, string legalEntity, CancellationToken _) => store.Holds.Where(hold => hold.LegalEntity == legalEntity).Select(hold => hold.ProspectId).FirstOrDefault());

    /// <exception cref="ConnectorException">approvals_on_hold.</exception>
    public async Task ThrowIfOnHoldAsync(string legalEntity, CancellationToken cancel)
    {
        if (await FindAsync(legalEntity, cancel) is { } prospect)
        {
            throw ConnectorErrors.ApprovalsOnHold(legalEntity, prospect);
        }
    }

    /// <summary>The prospect because of which approvals are on hold, or null.</summary>
    public async Task<string?> FindAsync(string legalEntity, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await _find(store, legalEntity, cancel);
    }

    public async Task HoldAsync(ProspectKey key, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);

        // One statement: two approvals that fail at the same time both get here, and the first one is the reason.
        await store.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ApprovalHolds" ("LegalEntity", "ProspectId", "Since") VALUES ({key.LegalEntity}, {key.ProspectId}, {time.GetUtcNow().ToUnixTimeMilliseconds()})
            ON CONFLICT ("LegalEntity") DO NOTHING
            """,
            cancel);
    }

    /// <summary>True when there was a hold.</summary>
    public async Task<bool> ReleaseAsync(string legalEntity, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.Holds.Where(hold => hold.LegalEntity == legalEntity).ExecuteDeleteAsync(cancel) > 0;
    }
}
