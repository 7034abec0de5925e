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

    public override void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "connector.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    public override string Read(string folder)
    {
        var path = Path.Combine(folder, "connector.db");
        using var store = new SqliteConnection($"Data Source={path};Pooling=False");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        command.ExecuteNonQuery();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return Encoding.Latin1.GetString(content.ToArray());
    }
}
