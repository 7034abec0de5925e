namespace B2BConnector.Host.Repository;

/// <summary>Finds the repository and says in one sentence what is missing in it.</summary>
internal static class RepositoryRoot
{
    public static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "B2BConnector.sln")))
            {
                return folder.FullName;
            }
        }

        throw new SandboxFailure($"There is no B2BConnector.sln in {from} or above it. Start in the repository, or name it with --root.");
    }

    public static void Require(SandboxOptions options)
    {
        RequireFolder(options.WorkflowsFolder, "The workflows folder", "Name it with --workflows.");
        RequireFolder(options.InRoot("solution/core"), "The Dataverse solution", "It belongs to the repository.");
        foreach (var file in new[] { "apiDefinition.swagger.json", "apiProperties.json" })
        {
            if (!File.Exists(options.InRoot(file)))
            {
                throw new SandboxFailure($"The connector's contract {options.InRoot(file)} is missing. It belongs to the repository.");
            }
        }
    }

    private static void RequireFolder(string folder, string what, string remedy)
    {
        if (!Directory.Exists(folder))
        {
            throw new SandboxFailure($"{what} {folder} is missing. {remedy}");
        }
    }
}
