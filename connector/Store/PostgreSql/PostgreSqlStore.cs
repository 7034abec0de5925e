using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Store.PostgreSql;

/// <summary>The tables in PostgreSQL. A class of its own, because EF Core finds migrations by it.</summary>
internal sealed class PostgreSqlStore(DbContextOptions<PostgreSqlStore> options) : ConnectorStore(options);
