using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Store.PostgreSql;

/// <summary>
/// Held by the one instance that migrates; the others wait. The server ends an advisory lock with the connection, however the
/// process dies: https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
/// </summary>
internal sealed class MigrationLock : IAsyncDisposable
{
    /// <summary>The letters "b2b conn". Counts within one database.</summary>
    private const long Key = 0x62_32_62_20_63_6F_6E_6E;

    private readonly ConnectorStore _store;

    private MigrationLock(ConnectorStore store) => _store = store;

    /// <exception cref="Npgsql.NpgsqlException">Another one held it for longer than the patience.</exception>
    public static async Task<MigrationLock> TakeAsync(ConnectorStore store, TimeSpan patience, CancellationToken cancel)
    {
        store.Database.SetCommandTimeout(patience);
        await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Key})", cancel);
        return new MigrationLock(store);
    }

    public async ValueTask DisposeAsync()
    {
        // Also after a failure; a connection that broke has no lock any more.
        if (_store.Database.GetDbConnection().State == System.Data.ConnectionState.Open)
        {
            await _store.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Key})");
        }

        await _store.Database.CloseConnectionAsync();
    }
}
