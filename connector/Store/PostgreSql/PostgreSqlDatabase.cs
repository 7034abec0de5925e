using System.Data.Common;
using B2BConnector.Connector.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace B2BConnector.Connector.Store.PostgreSql;

/// <summary>PostgreSQL: a database that several instances share.</summary>
internal sealed class PostgreSqlDatabase(IDbContextFactory<PostgreSqlStore> stores, IOptions<StorageOptions> options) : IStoreDatabase
{
    public string Name
    {
        get
        {
            var parsed = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString);
            return $"'{parsed.Database}' on {parsed.Host}";
        }
    }

    public bool IsShared => true;

    public ConnectorStore Open() => stores.CreateDbContext();

    public async Task<IAsyncDisposable> MigrateAloneAsync(ConnectorStore store, CancellationToken cancel)
    {
        // The lock belongs to the connection, so the migrations have to run on this one.
        await store.Database.OpenConnectionAsync(cancel);
        return await MigrationLock.TakeAsync(store, options.Value.MigrationPatience, cancel);
    }

    public ConnectorStartException Refuse(DbException problem) => problem switch
    {
        NpgsqlException { InnerException: TimeoutException } => new ConnectorStartException(
            $"The connector's store {Name} gave no answer in time: the server is too busy, or another instance migrates for longer than Storage:MigrationPatience ({options.Value.MigrationPatience}). Look at that instance, then start again."),
        PostgresException refused => new ConnectorStartException(
            $"The connector's store {Name} cannot be opened: {refused.MessageText} ({refused.SqlState}). Create the database, or give its user the right to create tables in it, or correct Storage:ConnectionString."),
        _ => new ConnectorStartException(
            $"The connector's store {Name} cannot be reached: {problem.Message}. Start the server, open the way to it, or correct Storage:ConnectionString."),
    };

    /// <summary>
    /// Everything but what lies in our own statements: data exceptions, broken constraints, statements that are wrong or not allowed.
    /// Classes of codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
    /// </summary>
    public bool IsAway(DbException problem) => problem is NpgsqlException and not PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] };

    public void Close()
    {
        using var connection = new NpgsqlConnection(options.Value.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }
}
