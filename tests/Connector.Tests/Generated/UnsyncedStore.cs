using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Commits without waiting for the disk: what survives a power cut is not what fifty thousand requests are about.</summary>
internal sealed class UnsyncedStore : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SwitchOff(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SwitchOff(connection);
        return Task.CompletedTask;
    }

    private static void SwitchOff(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=OFF";
        command.ExecuteNonQuery();
    }
}
