using B2BConnector.Connector.Configuration;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Store.Sqlite;

/// <summary>The file behind the store, and the lock that keeps a second process out of it.</summary>
internal sealed class StoreFile : IDisposable
{
    private FileStream? _lock;

    public StoreFile(IOptions<StorageOptions> options, IHostEnvironment environment)
    {
        var configured = new SqliteConnectionStringBuilder(options.Value.ConnectionString);
        Path = System.IO.Path.GetFullPath(configured.DataSource, environment.ContentRootPath);
        configured.DataSource = Path;
        ConnectionString = configured.ConnectionString;
    }

    public string Path { get; }

    public string ConnectionString { get; }

    /// <exception cref="ConnectorStartException">Another process has the file, or its folder cannot be written.</exception>
    public void Lock()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);

            // The operating system ends this lock with the process, however it dies.
            _lock = new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ConnectorStartException($"The connector's store '{Path}' is used by another process or cannot be written. Stop the other one or set Storage:ConnectionString to another file. ({problem.Message})");
        }
    }

    public void Dispose() => _lock?.Dispose();
}
