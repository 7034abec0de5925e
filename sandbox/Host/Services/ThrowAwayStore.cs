using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace B2BConnector.Host.Services;

/// <summary>The connector's store of a sandbox that keeps no data: nobody waits for the disk, because nobody reads the file after this process.</summary>
internal sealed class ThrowAwayStore : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=OFF";
        command.ExecuteNonQuery();
    }
}
