using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace B2BConnector.Runtime.Storage;

/// <summary>
/// The durable state of an engine: one SQLite file, or the same in memory. Writes are committed in groups by one loop; whoever waits for a commit
/// goes on when its group is on disk (WAL, synchronous NORMAL: safe when the process ends, not when the machine loses power).
/// </summary>
internal sealed class RunStore : IAsyncDisposable
{
    private readonly FileStream? processLock;
    private readonly SqliteConnection writeConnection;
    private readonly SqliteConnection readConnection;
    private readonly StoreWriter writer;
    private readonly Lock writeGate = new();
    private readonly Lock readGate;
    private readonly Channel<Pending> queue = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task loop;
    private readonly IStoreWitness? witness;
    private bool abandoned;

    private RunStore(FileStream? processLock, SqliteConnection write, SqliteConnection read, IStoreWitness? witness)
    {
        this.witness = witness;
        this.processLock = processLock;
        writeConnection = write;
        readConnection = read;
        readGate = write == read ? writeGate : new Lock();
        writer = new StoreWriter(write);
        loop = Task.Run(WriteLoopAsync);
    }

    /// <summary>Opens or creates a store.</summary>
    /// <param name="path">The file; null keeps everything in memory.</param>
    /// <param name="witness">Sees every commit.</param>
    /// <exception cref="StoreLockedException">Another process has it open.</exception>
    /// <exception cref="StoreVersionException">Another version wrote it.</exception>
    public static RunStore Open(string? path, IStoreWitness? witness = null)
    {
        if (path is null)
        {
            var memory = Connect("Data Source=:memory:;Pooling=False", "memory");
            return new RunStore(null, memory, memory, witness);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var processLock = LockFile(path);
        try
        {
            var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
            var write = Connect(text, path);
            return new RunStore(processLock, write, Connect(text, path), witness);
        }
        catch
        {
            processLock.Dispose();
            throw;
        }
    }

    /// <summary>Writes the changes in one transaction, in the order of calls. The task ends when they are committed.</summary>
    public Task CommitAsync(params StoreChange[] changes)
    {
        var pending = new Pending(changes, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!queue.Writer.TryWrite(pending))
        {
            pending.Done.SetCanceled();
        }

        return pending.Done.Task;
    }

    /// <summary>Reads with a statement of named parameters $1, $2 ...</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object> values)
    {
        lock (readGate)
        {
            using var command = readConnection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.AddWithValue($"${i + 1}", values[i]);
            }

            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        }
    }

    /// <summary>The value of a key that is made once and then kept.</summary>
    public string GetOrAdd(string key, Func<string> make)
    {
        lock (writeGate)
        {
            using var command = writeConnection.CreateCommand();
            command.CommandText = "INSERT OR IGNORE INTO meta (key, value) VALUES ($1, $2); SELECT value FROM meta WHERE key = $1";
            command.Parameters.AddWithValue("$1", key);
            command.Parameters.AddWithValue("$2", make());
            return (string)command.ExecuteScalar()!;
        }
    }

    /// <summary>Drops what is not committed yet, as the end of the process would.</summary>
    public void Abandon() => Volatile.Write(ref abandoned, true);

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        lock (writeGate)
        {
            lock (readGate)
            {
                writer.Dispose();
                readConnection.Dispose();
                writeConnection.Dispose();
            }
        }

        processLock?.Dispose();
    }

    private async Task WriteLoopAsync()
    {
        var group = new List<Pending>();
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < 500 && queue.Reader.TryRead(out var pending))
            {
                group.Add(pending);
            }

            if (witness is null)
            {
                WriteGroup(group);
                continue;
            }

            // One by one, so that the process can end between any two.
            foreach (var single in group)
            {
                Witnessed(single);
            }
        }
    }

    private void Witnessed(Pending pending)
    {
        var change = StoreChange.Describe(pending.Changes);
        if (!Volatile.Read(ref abandoned) && !witness!.Before(change))
        {
            Abandon();
        }

        var alive = !Volatile.Read(ref abandoned);
        WriteGroup([pending], () =>
        {
            if (alive && !witness!.After(change))
            {
                Abandon();
            }
        });
    }

    private void WriteGroup(List<Pending> group, Action? written = null)
    {
        try
        {
            if (!Volatile.Read(ref abandoned))
            {
                lock (writeGate)
                {
                    writer.Apply(group.SelectMany(pending => pending.Changes));
                }
            }

            written?.Invoke();
            foreach (var pending in group)
            {
                Complete(pending);
            }
        }
        catch (Exception exception)
        {
            // A full disk or a broken file: everyone who waits for this group learns it, nobody goes on as if it were stored.
            foreach (var pending in group)
            {
                pending.Done.TrySetException(exception);
            }
        }
    }

    private void Complete(Pending pending)
    {
        if (Volatile.Read(ref abandoned))
        {
            pending.Done.TrySetCanceled();
        }
        else
        {
            pending.Done.TrySetResult();
        }
    }

    private static FileStream LockFile(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new StoreLockedException(path, exception);
        }
    }

    private static SqliteConnection Connect(string connectionString, string path)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;";
            command.ExecuteNonQuery();
            StoreSchema.Apply(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private sealed record Pending(StoreChange[] Changes, TaskCompletionSource Done);
}
