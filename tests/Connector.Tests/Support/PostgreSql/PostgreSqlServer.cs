using System.Collections.Concurrent;
using System.Diagnostics;
using B2BConnector.Connector.Store.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace B2BConnector.Connector.Tests.Support.PostgreSql;

/// <summary>
/// A PostgreSQL server of our own for the whole test run, on a socket in a temporary folder. It ends with the test process, however that
/// ends, because then the input of the script below does.
/// </summary>
internal sealed class PostgreSqlServer
{
    /// <summary>What no log may show. The server lets everybody in who reaches its socket.</summary>
    public const string Password = "secret-of-the-database";

    private const string Template = "migrated";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    // Not synced to the disk: nobody needs these data after a crash of the machine.
    private const string Script = """
        set -e
        folder=$(mktemp -d)
        echo "$folder"
        "$1/initdb" --pgdata="$folder/data" --username=connector --auth=trust --encoding=UTF8 --no-locale --no-sync --no-instructions >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; rm -rf "$folder"; exit 1; }
        "$1/postgres" -D "$folder/data" -c listen_addresses= -c unix_socket_directories="$folder" -c max_connections=300 -c shared_buffers=32MB \
          -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c log_min_messages=log </dev/null &
        server=$!
        read -r end || true
        kill -QUIT "$server"
        wait "$server" || true
        rm -rf "$folder"
        """;

    private static readonly Lazy<Task<PostgreSqlServer>> Started = new(StartAsync);
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _databases = [];
    private readonly string _folder;
    private int _count;

    private PostgreSqlServer(string folder) => _folder = folder;

    public static Task<PostgreSqlServer> GetAsync() => Started.Value;

    /// <summary>The database that stands for a folder: empty and migrated when it is asked for first.</summary>
    public Task<string> DatabaseOfAsync(string folder) => _databases.GetOrAdd(folder, _ => new(() => NewAsync(Template))).Value;

    /// <summary>A database without tables.</summary>
    public Task<string> EmptyAsync() => NewAsync("template0");

    /// <summary>Ends all connections to a folder's database and takes no new ones, as a server does that is being restarted.</summary>
    public async Task CloseAsync(string folder)
    {
        var name = await DatabaseOfAsync(folder);
        await ExecuteAsync("postgres", $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await ExecuteAsync("postgres", $"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    public async Task OpenAsync(string folder) => await ExecuteAsync("postgres", $"ALTER DATABASE {await DatabaseOfAsync(folder)} ALLOW_CONNECTIONS true");

    /// <summary>Copies a folder's database. Who uses it loses it: a database in use cannot be copied.</summary>
    public async Task CopyAsync(string from, string to)
    {
        var source = await DatabaseOfAsync(from);
        await CloseAsync(from);
        _databases[to] = new(() => NewAsync(source));
        await DatabaseOfAsync(to);
    }

    /// <summary>All rows of all tables as text.</summary>
    public async Task<string> ReadAsync(string folder)
    {
        const string everything = """
            SELECT string_agg(query_to_xml(format('SELECT * FROM %I', tablename), true, false, '')::text, '') FROM pg_tables WHERE schemaname = 'public'
            """;
        return (string)(await ExecuteAsync(await DatabaseOfAsync(folder), everything))!;
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _folder,
        Database = database,
        Username = "connector",
        Password = Password,
    }.ConnectionString;

    /// <summary>Gives the first value that comes back.</summary>
    public async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private async Task<string> NewAsync(string template)
    {
        var name = $"store{Interlocked.Increment(ref _count)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE {template}");
        return name;
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var start = new ProcessStartInfo(PostgreSqlPrograms.IsRoot ? "runuser" : "sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] shell = PostgreSqlPrograms.IsRoot ? ["-u", PostgreSqlPrograms.Account, "--", "sh"] : [];
        foreach (var argument in (string[])[.. shell, "-c", Script, "sh", PostgreSqlPrograms.Folder])
        {
            start.ArgumentList.Add(argument);
        }

        // A folder that the account may enter.
        start.WorkingDirectory = "/";
        var process = Process.Start(start)!;
        var ready = new TaskCompletionSource();
        var words = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            words.Enqueue(line.Data ?? "The script has ended.");
            if (line.Data is null)
            {
                ready.TrySetException(new InvalidOperationException("PostgreSQL did not start: " + string.Join('\n', words)));
            }
            else if (line.Data.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        };
        process.BeginErrorReadLine();
        var server = new PostgreSqlServer((await process.StandardOutput.ReadLineAsync().WaitAsync(StartLimit))!);
        await ready.Task.WaitAsync(StartLimit);
        await server.ExecuteAsync("postgres", $"CREATE DATABASE {Template}");
        await using var store = new PostgreSqlStore(new DbContextOptionsBuilder<PostgreSqlStore>().UseNpgsql(server.ConnectionString(Template) + ";Pooling=false").Options);
        await store.Database.MigrateAsync();
        return server;
    }
}
