using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.PostgreSql;
using B2BConnector.Connector.Store.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Tests.Store;

/// <summary>The tables in code and the migrations of each database say the same. No server is asked.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void Migrations_OfSqlite_HoldEveryTableAndColumn() =>
        AssertComplete(new SqliteStore(new DbContextOptionsBuilder<SqliteStore>().UseSqlite("Data Source=never-opened.db").Options));

    [Fact]
    public void Migrations_OfPostgreSql_HoldEveryTableAndColumn() =>
        AssertComplete(new PostgreSqlStore(new DbContextOptionsBuilder<PostgreSqlStore>().UseNpgsql("Host=never-opened").Options));

    private static void AssertComplete(ConnectorStore store)
    {
        using (store)
        {
            Assert.NotEmpty(store.Database.GetMigrations());
            Assert.False(store.Database.HasPendingModelChanges(), "The tables changed: add a migration to each database's folder.");
        }
    }
}
