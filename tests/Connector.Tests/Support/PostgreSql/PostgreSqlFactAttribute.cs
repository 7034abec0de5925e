namespace B2BConnector.Connector.Tests.Support.PostgreSql;

/// <summary>A test that needs a PostgreSQL server; without its programs it is skipped, with the reason.</summary>
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlPrograms.Missing!;
}
