using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Store;

/// <summary>Makes the store ready before anything else starts: migrations, by one process at a time, and identity.</summary>
internal sealed class StoreStartup(IStoreDatabase database, LeaseStore leases, IdSource ids) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var store = database.Open();
            await using var alone = await database.MigrateAloneAsync(store, cancellationToken);
            await RefuseNewerSchemaAsync(store, cancellationToken);
            await store.Database.MigrateAsync(cancellationToken);
            if (!database.IsShared)
            {
                await leases.ShortenLeftoversAsync(cancellationToken);
            }

            if (!await store.Identity.AnyAsync(cancellationToken))
            {
                store.Identity.Add(new StoreIdentity { StoreId = ids() });
                await store.SaveChangesAsync(cancellationToken);
            }
        }
        catch (Exception problem)
        {
            database.Close();
            if (StoreProblem.Of(problem) is { } refusal)
            {
                throw database.Refuse(refusal);
            }

            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        database.Close();
        return Task.CompletedTask;
    }

    private async Task RefuseNewerSchemaAsync(ConnectorStore store, CancellationToken cancel)
    {
        var unknown = (await store.Database.GetAppliedMigrationsAsync(cancel)).Except(store.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new ConnectorStartException($"The connector's store {database.Name} was written by a newer version ({unknown[^1]}). Start that version or set Storage:ConnectionString to another store.");
        }
    }
}
