namespace B2BConnector.Connector.Tests.Support.PostgreSql;

/// <summary>PostgreSQL: a database for each folder.</summary>
internal sealed class DatabaseUnderTest(PostgreSqlServer server) : StoreUnderTest
{
    /// <summary>Nobody can tell a killed instance's leases from a living one's, so they hold for their whole duration.</summary>
    public override TimeSpan LeftLease => TimeSpan.FromMinutes(2);

    public override async Task<Dictionary<string, string?>> SettingsAsync(string folder) => new()
    {
        ["Storage:Provider"] = "PostgreSql",
        ["Storage:ConnectionString"] = server.ConnectionString(await server.DatabaseOfAsync(folder)),
        ["Storage:SingleNode"] = null,
    };

    public override Task CopyAsync(string from, string to) => server.CopyAsync(from, to);

    public override Task<string> ReadAsync(string folder) => server.ReadAsync(folder);
}
