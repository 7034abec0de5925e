using B2BConnector.Connector.Store;
using B2BConnector.Connector.Tests.Support;
using B2BConnector.Connector.Tests.Support.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace B2BConnector.Connector.Tests.Store;

/// <summary>What starts do to a database, and what they say when they cannot.</summary>
[Trait("Tier", "Long")]
public sealed class PostgreSqlStartTests
{
    private const string HoldMigration = "SELECT pg_advisory_lock(7075825855799193198)";

    [PostgreSqlFact]
    public async Task Starts_AtOnceOnAnEmptyDatabase_MigrateItOnce()
    {
        var server = await PostgreSqlServer.GetAsync();
        var database = await server.EmptyAsync();

        var connectors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync(server.ConnectionString(database))));

        var stores = new HashSet<Guid>();
        foreach (var connector in connectors)
        {
            await using var store = await connector.Services.GetRequiredService<IDbContextFactory<ConnectorStore>>().CreateDbContextAsync();
            stores.Add((await store.Identity.SingleAsync()).StoreId);
            Assert.Empty(await store.Database.GetPendingMigrationsAsync());
            await connector.DisposeAsync();
        }

        Assert.Single(stores);
    }

    [PostgreSqlFact]
    public async Task Start_WhileAnotherInstanceMigratesForTooLong_SaysSo()
    {
        var server = await PostgreSqlServer.GetAsync();
        var database = await server.EmptyAsync();
        await using var other = new Npgsql.NpgsqlConnection(server.ConnectionString(database) + ";Pooling=false");
        await other.OpenAsync();
        await using (var command = new Npgsql.NpgsqlCommand(HoldMigration, other))
        {
            await command.ExecuteNonQueryAsync();
        }

        var problem = await Assert.ThrowsAsync<ConnectorStartException>(() => StartAsync(server.ConnectionString(database), ("Storage:MigrationPatience", "00:00:01")));
        await other.CloseAsync();
        await using var again = await StartAsync(server.ConnectionString(database));

        Assert.Contains("another instance migrates for longer than Storage:MigrationPatience", problem.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task Start_OnTheStoreOfANewerVersion_IsRefusedInWords()
    {
        var server = await PostgreSqlServer.GetAsync();
        var database = await server.EmptyAsync();
        await (await StartAsync(server.ConnectionString(database))).DisposeAsync();
        await server.ExecuteAsync(database, """INSERT INTO "__EFMigrationsHistory" VALUES ('29991231000000_Future', '99.0')""");

        var problem = await Assert.ThrowsAsync<ConnectorStartException>(() => StartAsync(server.ConnectionString(database)));

        Assert.Contains("was written by a newer version (29991231000000_Future)", problem.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task Start_WithoutTheDatabase_IsRefusedInWordsWithoutThePassword()
    {
        var server = await PostgreSqlServer.GetAsync();

        var problem = await Assert.ThrowsAsync<ConnectorStartException>(() => StartAsync(server.ConnectionString("nowhere")));

        Assert.Contains("database \"nowhere\" does not exist", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgreSqlServer.Password, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutTheServer_IsRefusedInWordsWithoutThePassword()
    {
        var problem = await Assert.ThrowsAsync<ConnectorStartException>(() => StartAsync($"Host=/no/such/folder;Database=store;Password={PostgreSqlServer.Password}"));

        Assert.Contains("'store' on /no/such/folder cannot be reached", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgreSqlServer.Password, problem.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task Password_OfTheDatabase_IsInNoLogLine()
    {
        var server = await PostgreSqlServer.GetAsync();
        await using var connector = await StartAsync(server.ConnectionString(await server.EmptyAsync()));

        (await connector.GetAsync("/subscriptions/dead-deliveries")).EnsureSuccessStatusCode().Dispose();

        lock (connector.LogLines)
        {
            Assert.Contains(connector.LogLines, line => line.Contains("Deliveries", StringComparison.Ordinal));
            Assert.DoesNotContain(connector.LogLines, line => line.Contains(PostgreSqlServer.Password, StringComparison.Ordinal));
        }
    }

    private static Task<TestConnector> StartAsync(string connectionString, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?> { ["Storage:Provider"] = "PostgreSql", ["Storage:ConnectionString"] = connectionString, ["Storage:SingleNode"] = null };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return TestConnector.StartAsync(settings);
    }
}
