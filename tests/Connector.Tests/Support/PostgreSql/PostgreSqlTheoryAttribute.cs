namespace B2BConnector.Connector.Tests.Support.PostgreSql;

/// <inheritdoc cref="PostgreSqlFactAttribute"/>
public sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = PostgreSqlPrograms.Missing!;
}
