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
    /// <exception cref="ConnectorException">approvals_on_hold.</exception>
    public async Task ThrowIfOnHoldAsync(string legalEntity, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        if (await store.Holds.FindAsync([legalEntity], cancel) is { } hold)
        {
            throw ConnectorErrors.ApprovalsOnHold(legalEntity, hold.ProspectId);
        }
    }

    /// <summary>The prospect because of which approvals are on hold, or null.</summary>
    public async Task<string?> FindAsync(string legalEntity, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return (await store.Holds.FindAsync([legalEntity], cancel))?.ProspectId;
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
