using Microsoft.Data.Sqlite;

namespace B2BConnector.Runtime.Storage;

/// <summary>Tables of the store.</summary>
internal static class StoreSchema
{
    private const long Current = 1;

    private const string Tables = """
        CREATE TABLE runs (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, workflow TEXT NOT NULL COLLATE NOCASE,
          status TEXT NOT NULL, start TEXT NOT NULL, finished INTEGER NOT NULL, json TEXT NOT NULL);
        CREATE INDEX runs_workflow ON runs (workflow, seq);
        CREATE INDEX runs_open ON runs (seq) WHERE finished = 0;
        CREATE TABLE actions (seq INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE,
          iteration INTEGER NOT NULL, status TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (run, path, name));
        CREATE TABLE variables (run TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, json TEXT NOT NULL, PRIMARY KEY (run, name)) WITHOUT ROWID;
        CREATE TABLE triggers (workflow TEXT NOT NULL COLLATE NOCASE, name TEXT NOT NULL COLLATE NOCASE, state TEXT NOT NULL,
          PRIMARY KEY (workflow, name)) WITHOUT ROWID;
        CREATE TABLE histories (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, workflow TEXT NOT NULL COLLATE NOCASE,
          trigger TEXT NOT NULL COLLATE NOCASE, run TEXT NULL, status TEXT NOT NULL, start TEXT NOT NULL, json TEXT NOT NULL);
        CREATE INDEX histories_trigger ON histories (workflow, trigger, seq);
        CREATE TABLE versions (workflow TEXT NOT NULL COLLATE NOCASE, version TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (workflow, version)) WITHOUT ROWID;
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """;

    public static void Apply(SqliteConnection connection, string path)
    {
        var found = (long)Run(connection, "PRAGMA user_version")!;
        if (found == Current)
        {
            return;
        }

        if (found != 0)
        {
            throw new StoreVersionException(path, found, Current);
        }

        using var transaction = connection.BeginTransaction();
        Run(connection, Tables);
        Run(connection, $"PRAGMA user_version = {Current}");
        transaction.Commit();
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
