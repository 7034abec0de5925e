namespace B2BConnector.Connector.Configuration;

/// <summary>The connector's own store. Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The only one built so far.</summary>
    public const string Sqlite = "Sqlite";

    /// <value>The default is Sqlite.</value>
    public string Provider { get; set; } = Sqlite;

    /// <value>In Development the default is <c>Data Source=artifacts/connector.db</c>; none elsewhere.</value>
    public string? ConnectionString { get; set; }

    /// <summary>Says that one instance alone uses the file, on a local disk. Network shares break the write-ahead log.</summary>
    /// <value>The default is false; start refuses it outside Development.</value>
    public bool SingleNode { get; set; }
}
