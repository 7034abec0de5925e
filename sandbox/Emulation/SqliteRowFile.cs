using Microsoft.Data.Sqlite;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation;

/// <summary>One SQLite file (WAL, synchronous NORMAL) with one table of JSON documents, held by one process at a time.</summary>
internal sealed class SqliteRowFile : IRowFile
{
    private const long SchemaVersion = 1;

    private readonly FileLock _lock;
    private readonly SqliteConnection _connection;

    public SqliteRowFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _lock = FileLock.Take(path);

        // No pooling: closing the store must close the file, or a restart in the same process meets the old handle.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            _connection.Open();
            Prepare(path);
        }
        catch (Exception error)
        {
            Dispose();
            if (error is SqliteException)
            {
                throw new SandboxStartException($"The data file '{path}' cannot be opened ({error.Message}); move it away or run reset.", error);
            }

            throw;
        }
    }

    public IEnumerable<(string Table, string Key, JObject Row)> Load()
    {
        using var command = Command("SELECT tbl, key, json FROM rows");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (reader.GetString(0), reader.GetString(1), SandboxJson.ParseObject(reader.GetString(2)));
        }
    }

    public void Save(IReadOnlyDictionary<(string Table, string Key), JObject?> changes)
    {
        using var transaction = _connection.BeginTransaction();
        using var put = Command("INSERT INTO rows (tbl, key, json) VALUES ($tbl, $key, $json) ON CONFLICT (tbl, key) DO UPDATE SET json = excluded.json");
        using var delete = Command("DELETE FROM rows WHERE tbl = $tbl AND key = $key");
        foreach (var ((table, key), row) in changes)
        {
            var command = row is null ? delete : put;
            command.Transaction = transaction;
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$tbl", table);
            command.Parameters.AddWithValue("$key", key);
            if (row is not null)
            {
                command.Parameters.AddWithValue("$json", row.ToString(Formatting.None));
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _lock.Dispose();
    }

    private void Prepare(string path)
    {
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        using var version = Command("PRAGMA user_version");
        if (version.ExecuteScalar() is long found && found > SchemaVersion)
        {
            throw new SandboxStartException(
                $"The data file '{path}' was written by a newer version of the sandbox (schema {found}, this one knows {SchemaVersion}); update the sandbox or run reset.");
        }

        Execute($"CREATE TABLE IF NOT EXISTS rows (tbl TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (tbl, key)) WITHOUT ROWID; PRAGMA user_version = {SchemaVersion};");
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
