using System.Text.Json.Nodes;

namespace B2BConnector.Workflows.Tests.Support;

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

    /// <summary>A file with some of the samples.</summary>
    public string Samples(params string[] ids)
    {
        var all = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Repository.Root, "samples", "onboarding-requests.json")))!["requests"]!.AsArray();
        var chosen = all.Where(sample => ids.Contains((string)sample!["id"]!)).Select(sample => sample!.DeepClone()).ToArray();
        Assert.Equal(ids.Length, chosen.Length);
        var file = System.IO.Path.Combine(Path, "samples.json");
        File.WriteAllText(file, new JsonObject { ["requests"] = new JsonArray(chosen) }.ToJsonString());
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
