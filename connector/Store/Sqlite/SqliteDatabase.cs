using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Store.Sqlite;

/// <summary>SQLite: one file that belongs to one process while it runs.</summary>
internal sealed class SqliteDatabase(StoreFile file, IDbContextFactory<SqliteStore> stores) : IStoreDatabase
{
    // Primary result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, IoError = 10, Full = 13, CannotOpen = 14;

    public string Name => $"'{file.Path}'";

    public bool IsShared => false;

    public ConnectorStore Open() => stores.CreateDbContext();

    public async Task<IAsyncDisposable> MigrateAloneAsync(ConnectorStore store, CancellationToken cancel)
    {
        file.Lock();
        await ClearMigrationLockAsync(store, cancel);
        await store.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);

        // The lock of the file stays until the process ends.
        return store;
    }

    public ConnectorStartException Refuse(DbException problem) =>
        new($"The connector's store {Name} cannot be opened: {problem.Message}. Restore it from a backup or choose another file.");

    public bool IsAway(DbException problem) => problem is SqliteException { SqliteErrorCode: Busy or Locked or IoError or Full or CannotOpen };

    public void Close()
    {
        // Pooled connections would keep the file open behind a released lock.
        using (var connection = new SqliteConnection(file.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        file.Dispose();
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
