using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>Remembers which customers belong to which prospect, so that the second look needs no search.</summary>
internal sealed class CustomerRecords(IDbContextFactory<ConnectorStore> stores, TimeProvider time)
{
    public async Task<EnsuredCustomers?> FindAsync(ProspectKey key, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await store.Customers.AsNoTracking().FirstOrDefaultAsync(row => row.LegalEntity == key.LegalEntity && row.ProspectId == key.ProspectId, cancel);
    }

    public async Task KeepAsync(ProspectKey key, Action<EnsuredCustomers> change, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        var row = await store.Customers.FindAsync([key.LegalEntity, key.ProspectId], cancel);
        if (row is null)
        {
            row = new EnsuredCustomers { LegalEntity = key.LegalEntity, ProspectId = key.ProspectId, At = time.GetUtcNow() };
            store.Customers.Add(row);
        }

        change(row);
        row.At = time.GetUtcNow();
        await store.SaveChangesAsync(cancel);
    }
}
