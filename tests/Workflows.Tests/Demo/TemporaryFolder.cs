namespace B2BConnector.Workflows.Tests.Demo;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("b2b-test-").FullName;

    /// <summary>A copy of the workflows that a test may break.</summary>
    public string CopyOfWorkflows()
    {
        var from = System.IO.Path.Combine(Repository.Root, "workflows");
        var to = System.IO.Path.Combine(Path, "workflows");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
