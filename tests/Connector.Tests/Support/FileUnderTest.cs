using System.Text;
using Microsoft.Data.Sqlite;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>SQLite: the file connector.db in the folder.</summary>
internal sealed class FileUnderTest : StoreUnderTest
{
    public static readonly FileUnderTest Instance = new();

    private FileUnderTest()
    {
    }

    public override TimeSpan LeftLease => TimeSpan.FromSeconds(5);

    public override Task<Dictionary<string, string?>> SettingsAsync(string folder) => Task.FromResult<Dictionary<string, string?>>([]);

    public override Task CopyAsync(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "connector.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        return Task.CompletedTask;
    }

    public override async Task<string> ReadAsync(string folder)
    {
        var path = Path.Combine(folder, "connector.db");
        await using var store = new SqliteConnection($"Data Source={path};Pooling=False");
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        await command.ExecuteNonQueryAsync();
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return Encoding.Latin1.GetString(content.ToArray());
    }
}
