using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>
/// Sees from outside whether the connector's store holds something else after a call than before it. A read transaction keeps how it
/// was; rows are compared only where SQLite says that anybody committed meanwhile.
/// </summary>
/// <remarks>https://sqlite.org/isolation.html, https://sqlite.org/pragma.html#pragma_data_version.</remarks>
internal sealed class StoreComparison : IDisposable
{
    private readonly SqliteConnection _before;
    private readonly SqliteConnection _now;
    private readonly List<string> _tables = [];
    private SqliteTransaction? _kept;
    private long _version;

    public StoreComparison(string path)
    {
        (_before, _now) = (Open(path), Open(path));
        Read(_now, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name", row => _tables.Add(row.GetString(0)));
    }

    public void Remember()
    {
        _kept = _before.BeginTransaction(deferred: true);
        Read(_before, "SELECT count(*) FROM \"StoreIdentity\"", _ => { });
        _version = Version();
    }

    /// <summary>What changed since, or null.</summary>
    public string? Change()
    {
        var (gone, come) = Version() == _version ? ([], []) : (Content(_before), Content(_now));
        _kept?.Dispose();
        return gone.SetEquals(come) ? null : $"lost {string.Join(" and ", gone.Except(come))} and got {string.Join(" and ", come.Except(gone))}";
    }

    public void Dispose()
    {
        _kept?.Dispose();
        _before.Dispose();
        _now.Dispose();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    private long Version()
    {
        var version = 0L;
        Read(_now, "PRAGMA data_version", row => version = row.GetInt64(0));
        return version;
    }

    private HashSet<string> Content(SqliteConnection connection)
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in _tables)
        {
            Read(connection, $"SELECT * FROM \"{table}\"", row =>
            {
                var text = new StringBuilder(table);
                for (var column = 0; column < row.FieldCount; column++)
                {
                    text.Append('|').Append(Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture));
                }

                rows.Add(text.ToString());
            });
        }

        return rows;
    }

    private static void Read(SqliteConnection connection, string query, Action<SqliteDataReader> each)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            each(rows);
        }
    }
}
