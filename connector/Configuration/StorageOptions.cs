namespace B2BConnector.Connector.Configuration;

/// <summary>The connector's own store. Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>One file, for one instance.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>A server's database, for any number of instances, whose clocks have to agree within some seconds.</summary>
    public const string PostgreSql = "PostgreSql";

    /// <value>The default is Sqlite.</value>
    public string Provider { get; set; } = Sqlite;

    /// <summary>The file, or server and database with all that is needed to sign in there. It is never logged.</summary>
    /// <value>In Development the default is <c>Data Source=artifacts/connector.db</c> with Sqlite; none elsewhere.</value>
    public string? ConnectionString { get; set; }

    /// <summary>Sqlite: says that one instance alone uses the file, on a local disk. Network shares break the write-ahead log.</summary>
    /// <value>The default is false; start refuses it outside Development.</value>
    public bool SingleNode { get; set; }

    /// <summary>PostgreSql: how long a start waits while another instance migrates, and for each step of its own migration.</summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan MigrationPatience { get; set; } = TimeSpan.FromMinutes(2);

    public bool IsPostgreSql => Is(PostgreSql);

    public bool IsSqlite => Is(Sqlite);

    private bool Is(string provider) => string.Equals(Provider, provider, StringComparison.OrdinalIgnoreCase);
}
