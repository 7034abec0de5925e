using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Store;

/// <summary>Opens the store in the configured database.</summary>
internal sealed class StoreFactory(IStoreDatabase database) : IDbContextFactory<ConnectorStore>
{
    public ConnectorStore CreateDbContext() => database.Open();
}
