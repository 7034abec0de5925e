namespace B2BConnector.Benchmarks;

/// <summary>The folder that holds B2BConnector.sln, above the built program.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(at, "B2BConnector.sln")))
        {
            at = System.IO.Path.GetDirectoryName(at) ?? throw new InvalidOperationException($"No B2BConnector.sln above {AppContext.BaseDirectory}.");
        }

        return at;
    }
}
