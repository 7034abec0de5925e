using B2BConnector.Runtime.Scripts;
using Microsoft.Azure.Workflows.Scripting;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.Scripts;

/// <summary>A project folder with one workflow, deleted after the test.</summary>
internal sealed class ScriptFolder : IDisposable
{
    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("b2b-scripts-");

    public ScriptFolder() => Directory.CreateDirectory(Workflow);

    public string Workflow => Path.Combine(_project.FullName, "create-lead");

    public CSharpScripts Scripts { get; } = new(NullLoggerFactory.Instance);

    public string ProjectName => _project.Name;

    public ScriptFolder Write(string file, string text)
    {
        var path = Path.GetFullPath(Path.Combine(Workflow, file));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public ScriptFolder WriteShared(string file, string text) => Write(Path.Combine("..", "shared", file), text);

    public Task<ScriptResult> RunAsync(string file = "a.csx", JToken? trigger = null, CancellationToken ct = default) =>
        Scripts.RunAsync(Workflow, file, Context(trigger), ct);

    public void Dispose() => _project.Delete(recursive: true);

    private static WorkflowContext Context(JToken? trigger) => new(
        () => Task.FromResult(new WorkflowOperationResult { Name = "manual", Outputs = trigger ?? new JObject() }),
        name => Task.FromResult(name == "Known" ? new WorkflowOperationResult { Name = name, Status = "Succeeded", Outputs = new JObject { ["body"] = 7 } } : null));
}
