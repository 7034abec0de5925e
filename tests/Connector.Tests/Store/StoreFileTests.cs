using System.Diagnostics;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Store;

public sealed class StoreFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task SecondConnector_OnTheSameFile_IsRefusedInWords()
    {
        await using var first = await TestConnector.StartAsync(folder: _folder);

        var problem = await Assert.ThrowsAsync<ConnectorStartException>(() => TestConnector.StartAsync(folder: _folder));

        Assert.Contains("is used by another process", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondProcess_OnTheSameFile_EndsWithCode2()
    {
        await using var first = await TestConnector.StartAsync(folder: _folder);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(ConnectorApp).Assembly.Location);
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        foreach (var (key, value) in TestConfiguration.Create(Path.Combine(_folder, "connector.db")))
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("is used by another process", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrationLock_LeftByAKilledProcess_IsCleared()
    {
        await using (await TestConnector.StartAsync(folder: _folder))
        {
        }

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "connector.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-01-01');";
            command.ExecuteNonQuery();
        }

        await using var again = await TestConnector.StartAsync(folder: _folder);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task StoreOfANewerVersion_IsRefusedInWords()
    {
        await using (await TestConnector.StartAsync(folder: _folder))
        {
        }

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "connector.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Future', '99.0')";
            command.ExecuteNonQuery();
        }

        var problem = await Assert.ThrowsAsync<ConnectorStartException>(() => TestConnector.StartAsync(folder: _folder));
        Assert.Contains("newer version", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatIsNoDatabase_IsRefusedInWords()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "connector.db"), new string('x', 5000));

        var problem = await Assert.ThrowsAsync<ConnectorStartException>(() => TestConnector.StartAsync(folder: _folder));

        Assert.Contains("cannot be opened", problem.Message, StringComparison.Ordinal);
    }
}
