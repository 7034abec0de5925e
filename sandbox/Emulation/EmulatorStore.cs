namespace B2BConnector.Emulation;

/// <summary>
/// The data of one emulator: rows are JSON documents in named tables. Truth is an immutable image in memory, written through to one
/// SQLite file before a write returns (or to nothing when there is no path), so that reads never wait and never see half a change.
/// </summary>
public sealed class EmulatorStore : IDisposable
{
    private readonly IRowFile _file;
    private readonly Lock _writer = new();
    private volatile StoreImage _image;

    private EmulatorStore(IRowFile file)
    {
        _file = file;
        _image = StoreImage.Of(file.Load());
    }

    /// <summary>Opens or creates the file; null keeps the data in memory.</summary>
    /// <exception cref="SandboxStartException">The file is in use by another process, newer than this program, or not a data file.</exception>
    public static EmulatorStore Open(string? path)
    {
        var file = path is null ? (IRowFile)new NoRowFile() : new SqliteRowFile(path);
        try
        {
            return new EmulatorStore(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads one consistent state. Materialise what leaves the call.</summary>
    public T Read<T>(Func<IStoreSession, T> read)
    {
        var session = new StoreSession(_image, writes: false);
        try
        {
            return read(session);
        }
        finally
        {
            session.End();
        }
    }

    /// <summary>One transaction, one writer at a time; an exception rolls everything back and goes on to the caller. Not to be nested.</summary>
    public T Write<T>(Func<IStoreSession, T> write)
    {
        if (_writer.IsHeldByCurrentThread)
        {
            throw new InvalidOperationException("A store transaction is open already: use its session.");
        }

        lock (_writer)
        {
            var session = new StoreSession(_image, writes: true);
            try
            {
                var result = write(session);
                if (session.Changes.Count > 0)
                {
                    _file.Save(session.Changes);
                    _image = session.Image;
                }

                return result;
            }
            finally
            {
                session.End();
            }
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action<IStoreSession> write) => Write(session =>
    {
        write(session);
        return true;
    });

    /// <summary>Removes every row and sequence and applies the seed, in one transaction.</summary>
    public void Reset(Action<IStoreSession>? seed = null) => Write(session =>
    {
        foreach (var (table, key, _) in _image.Everything)
        {
            session.Delete(table, key);
        }

        seed?.Invoke(session);
    });

    public void Dispose()
    {
        lock (_writer)
        {
            _file.Dispose();
        }
    }
}
