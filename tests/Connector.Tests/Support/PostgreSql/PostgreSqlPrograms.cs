namespace B2BConnector.Connector.Tests.Support.PostgreSql;

/// <summary>Where the server's programs are. Debian and Ubuntu keep each version in a folder of its own, off the path.</summary>
internal static class PostgreSqlPrograms
{
    /// <summary>The account that the package makes. The server refuses to run as root.</summary>
    public const string Account = "postgres";

    private const string Versions = "/usr/lib/postgresql";

    /// <summary>Null when the server can be started here.</summary>
    public static string? Missing { get; } = Find();

    /// <summary>The folder with initdb and postgres, of the newest version.</summary>
    public static string Folder => Folders().First(IsComplete);

    public static bool IsRoot => Environment.UserName == "root";

    private static string? Find()
    {
        if (!Folders().Any(IsComplete))
        {
            return $"PostgreSQL's server is not installed ({Versions}/*/bin or the path): apt-get install postgresql";
        }

        return IsRoot && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith(Account + ":", StringComparison.Ordinal))
            ? $"PostgreSQL does not run as root, and there is no account '{Account}': apt-get install postgresql"
            : null;
    }

    private static bool IsComplete(string folder) => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));

    private static IEnumerable<string> Folders()
    {
        var versions = Directory.Exists(Versions) ? Directory.GetDirectories(Versions) : [];
        return versions.OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var version) ? version : 0)
            .Select(path => Path.Combine(path, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
    }
}
