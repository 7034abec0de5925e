using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace B2BConnector.Connector.Store.Sqlite;

/// <summary>
/// Connections to the file. Each commit is on the disk before it is reported. Plain ones: Entity Framework's own register two dozen
/// functions for decimals and regular expressions at every opening, and the store has neither.
/// </summary>
internal sealed class SqliteConnections(StoreFile file) : DbConnectionInterceptor
{
    // SQLite keeps such settings as long as a handle lives, and handles are pooled.
    private readonly ConditionalWeakTable<sqlite3, object> _set = [];

    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new SqliteConnection(file.ConnectionString));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private void Set(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (_set.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";
        command.ExecuteNonQuery();
        _set.TryAdd(handle, handle);
    }
}
