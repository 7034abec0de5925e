using System.Data.Common;

namespace B2BConnector.Connector.Store;

/// <summary>What differs between the databases that can hold the store.</summary>
internal interface IStoreDatabase
{
    /// <summary>How messages call it; holds no secret.</summary>
    string Name { get; }

    /// <summary>Whether several instances may work on it at the same time, so that they have to share the work.</summary>
    bool IsShared { get; }

    ConnectorStore Open();

    /// <summary>Keeps every other process from migrating until the result is disposed.</summary>
    /// <exception cref="ConnectorStartException">Another process is in the way.</exception>
    Task<IAsyncDisposable> MigrateAloneAsync(ConnectorStore store, CancellationToken cancel);

    /// <summary>Why it cannot be used, and what to do, for the person who starts the connector.</summary>
    ConnectorStartException Refuse(DbException problem);

    /// <summary>Whether the same may succeed a little later, because the database is down, busy or full.</summary>
    bool IsAway(DbException problem);

    /// <summary>Gives back what the process holds of it.</summary>
    void Close();
}
