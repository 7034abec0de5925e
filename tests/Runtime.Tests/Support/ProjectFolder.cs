namespace B2BConnector.Runtime.Tests.Support;

/// <summary>A Logic App folder that lives as long as a test.</summary>
internal sealed class ProjectFolder : IDisposable
{
    public ProjectFolder()
    {
        Path = Directory.CreateTempSubdirectory("b2b-runtime-").FullName;
        With("host.json", """{"version":"2.0"}""");
    }

    public string Path { get; }

    public string StorePath => System.IO.Path.Combine(Path, "data", "runtime.db");

    public ProjectFolder With(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Adds a workflow with a Request trigger called "manual".</summary>
    public ProjectFolder WithActions(string name, string actions) => WithWorkflow(name, """{"manual":{"type":"Request","kind":"Http","inputs":{}}}""", actions);

    public ProjectFolder WithWorkflow(string name, string triggers, string actions) => With(
        $"{name}/workflow.json",
        $$"""
        {
          "definition": {
            "$schema": "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
            "contentVersion": "1.0.0.0",
            "triggers": {{triggers}},
            "actions": {{actions}},
            "outputs": {}
          },
          "kind": "Stateful"
        }
        """);

    public WorkflowProject Load(IReadOnlyDictionary<string, string>? settings = null)
    {
        var result = WorkflowProject.Load(Path, settings ?? new Dictionary<string, string>());
        return result.Project ?? throw new InvalidOperationException(string.Join(Environment.NewLine, result.Problems));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
