using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>Remembers which customers belong to which prospect, so that the second look needs no search.</summary>
internal sealed class CustomerRecords(IDbContextFactory<ConnectorStore> stores, TimeProvider time)
{
    // Asked for every prospect, so the translation is kept. Of this object, not of the process: it belongs to one kind of database.
    private readonly Func<ConnectorStore, string, string, CancellationToken, Task<EnsuredCustomers?>> _find = EF.CompileAsyncQuery(
        (ConnectorStore store, string legalEntity, string prospectId, CancellationToken _) =>
            store.Customers.AsNoTracking().FirstOrDefault(row => row.LegalEntity == legalEntity && row.ProspectId == prospectId));

    public async Task<EnsuredCustomers?> FindAsync(ProspectKey key, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await _find(store, key.LegalEntity, key.ProspectId, cancel);
    }

    public async Task KeepOrganizationAsync(ProspectKey key, string account, string? party, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        await store.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Customers" ("LegalEntity", "ProspectId", "OrganizationAccount", "OrganizationParty", "At")
            VALUES ({key.LegalEntity}, {key.ProspectId}, {account}, {party}, {time.GetUtcNow().ToUnixTimeMilliseconds()})
            ON CONFLICT ("LegalEntity", "ProspectId") DO UPDATE
            SET "OrganizationAccount" = excluded."OrganizationAccount", "OrganizationParty" = excluded."OrganizationParty", "At" = excluded."At"
            """,
            cancel);
    }

    /// <summary>The buyer of an organization that was kept before.</summary>
    public async Task KeepBuyerAsync(ProspectKey key, BuyerCustomer buyer, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        await store.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Customers"
            SET "PersonAccount" = {buyer.CustomerAccount}, "ContactPersonId" = {buyer.ContactPersonId}, "PersonParty" = {buyer.PartyNumber}, "At" = {time.GetUtcNow().ToUnixTimeMilliseconds()}
            WHERE "LegalEntity" = {key.LegalEntity} AND "ProspectId" = {key.ProspectId}
            """,
            cancel);
    }
}
