using B2BConnector.Connector.Store.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Store;

/// <summary>Makes the store ready before anything else starts: lock, migrations, identity.</summary>
internal sealed class StoreStartup(StoreFile file, IDbContextFactory<ConnectorStore> stores, LeaseStore leases, IdSource ids) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        file.Lock();
        try
        {
            await using var store = await stores.CreateDbContextAsync(cancellationToken);
            await RefuseNewerSchemaAsync(store, cancellationToken);
            await ClearMigrationLockAsync(store, cancellationToken);
            await store.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
            await store.Database.MigrateAsync(cancellationToken);
            await leases.ShortenLeftoversAsync(cancellationToken);
            if (!await store.Identity.AnyAsync(cancellationToken))
            {
                store.Identity.Add(new StoreIdentity { StoreId = ids() });
                await store.SaveChangesAsync(cancellationToken);
            }
        }
        catch (SqliteException problem)
        {
            file.Dispose();
            throw new ConnectorStartException($"The connector's store '{file.Path}' cannot be opened: {problem.Message}. Restore it from a backup or choose another file.");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        // Pooled connections would keep the file open behind a released lock.
        using (var connection = new SqliteConnection(file.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        file.Dispose();
        return Task.CompletedTask;
    }

    private async Task RefuseNewerSchemaAsync(ConnectorStore store, CancellationToken cancel)
    {
        var unknown = (await store.Database.GetAppliedMigrationsAsync(cancel)).Except(store.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new ConnectorStartException($"The connector's store '{file.Path}' was written by a newer version ({unknown[^1]}). Start that version or choose another file.");
        }
    }

    /// <summary>A process killed while migrating leaves its row in this table, and the next one would wait for it forever. We hold the file.</summary>
    private static async Task ClearMigrationLockAsync(ConnectorStore store, CancellationToken cancel)
    {
        var tables = await store.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (tables > 0)
        {
            await store.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock;", cancel);
        }
    }
}
