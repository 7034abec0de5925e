namespace B2BConnector.Workflows.Tests.Support;

/// <summary>The checked-out tree that the tests run on.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from)
    {
        var folder = new DirectoryInfo(from);
        while (!File.Exists(Path.Combine(folder.FullName, "B2BConnector.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No B2BConnector.sln above {from}.");
        }

        return folder.FullName;
    }
}
