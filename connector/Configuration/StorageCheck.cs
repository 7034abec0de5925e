using Microsoft.Data.Sqlite;
using Npgsql;

namespace B2BConnector.Connector.Configuration;

/// <summary>Problems of the section Storage. None of them repeats the connection string: it may hold a password.</summary>
internal static class StorageCheck
{
    private const string SqliteExample = "'Data Source=/data/connector.db'";
    private const string PostgreSqlExample = "'Host=db.contoso.com;Database=connector;Username=connector;Password=…'";

    public static void Run(StorageOptions options, bool development, List<string> problems)
    {
        if (options.IsPostgreSql)
        {
            CheckPostgreSql(options, problems);
        }
        else if (options.IsSqlite)
        {
            CheckSqlite(options, development, problems);
        }
        else
        {
            problems.Add($"Storage:Provider is '{options.Provider}'. Set it to {StorageOptions.Sqlite} or {StorageOptions.PostgreSql}.");
        }
    }

    private static void CheckPostgreSql(StorageOptions options, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            problems.Add($"Storage:ConnectionString is not set. Give the database, for example {PostgreSqlExample}.");
        }
        else if (!NamesDatabase(options.ConnectionString))
        {
            problems.Add($"Storage:ConnectionString must name Host and Database and hold nothing that PostgreSQL's driver does not know, for example {PostgreSqlExample}.");
        }

        if (options.MigrationPatience <= TimeSpan.Zero)
        {
            problems.Add($"Storage:MigrationPatience is {options.MigrationPatience}. It must be longer than zero.");
        }
    }

    private static void CheckSqlite(StorageOptions options, bool development, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            problems.Add($"Storage:ConnectionString is not set. Give the file, for example {SqliteExample}.");
        }
        else if (!NamesFile(options.ConnectionString))
        {
            problems.Add($"Storage:ConnectionString must name a file, for example {SqliteExample}.");
        }

        if (!options.SingleNode && !development)
        {
            problems.Add("Storage:SingleNode is not true. Sqlite serves exactly one instance on a local disk: confirm that with Storage:SingleNode=true, or set Storage:Provider=PostgreSql.");
        }
    }

    private static bool NamesDatabase(string connectionString)
    {
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(connectionString);
            return !string.IsNullOrEmpty(parsed.Host) && !string.IsNullOrEmpty(parsed.Database);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            return false;
        }
    }

    private static bool NamesFile(string connectionString)
    {
        try
        {
            var parsed = new SqliteConnectionStringBuilder(connectionString);
            return parsed.Mode != SqliteOpenMode.Memory && parsed.DataSource is not ("" or ":memory:");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
