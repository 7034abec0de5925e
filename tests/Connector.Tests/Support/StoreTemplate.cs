using B2BConnector.Connector.Store.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>A migrated, empty store that tests copy: migrating anew for each of them would take most of their time.</summary>
internal static class StoreTemplate
{
    private static readonly Lazy<byte[]> Migrated = new(Create);

    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("connector-tests-").FullName;
        File.WriteAllBytes(Path.Combine(folder, "connector.db"), Migrated.Value);
        return folder;
    }

    private static byte[] Create()
    {
        var folder = Directory.CreateTempSubdirectory("connector-template-").FullName;
        try
        {
            var path = Path.Combine(folder, "connector.db");
            using (var store = new SqliteStore(new DbContextOptionsBuilder<SqliteStore>().UseSqlite($"Data Source={path};Pooling=False").Options))
            {
                store.Database.Migrate();
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
