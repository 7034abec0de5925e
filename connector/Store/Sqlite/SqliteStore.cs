using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Store.Sqlite;

/// <summary>The tables in SQLite. A class of its own, because EF Core finds migrations by it.</summary>
internal sealed class SqliteStore(DbContextOptions<SqliteStore> options) : ConnectorStore(options);
