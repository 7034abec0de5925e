using System.Collections.Concurrent;
using B2BConnector.Runtime;

namespace LogicAppUnit.Projects;

/// <summary>A project that was read, changed and compiled; shared by all tests that ask for the same.</summary>
internal sealed class TestedProject
{
    private static readonly ConcurrentDictionary<string, Lazy<TestedProject>> Known = new(StringComparer.Ordinal);
    private readonly LoadResult loaded;

    private TestedProject(ProjectSource source, LoadResult loaded, string? trigger)
    {
        Workflow = source.Workflow;
        Trigger = trigger;
        this.loaded = loaded;
    }

    public string Workflow { get; }

    /// <summary>Name of the trigger that a test calls; null without.</summary>
    public string? Trigger { get; }

    /// <summary>What loading found, warnings too.</summary>
    public IEnumerable<string> Findings => loaded.Problems.Select(problem => problem.ToString());

    /// <summary>The compiled project.</summary>
    /// <exception cref="TestException">The workflow has mistakes; the message names all of them.</exception>
    public WorkflowProject Runnable => loaded.Project ?? throw new TestException(
        $"The workflow '{Workflow}' could not be started:{Environment.NewLine}{string.Join(Environment.NewLine, Findings)}");

    /// <exception cref="TestException">Files are missing, or connections cannot be used.</exception>
    public static TestedProject Of(ProjectSource source)
    {
        source.CheckFiles();
        return Known.GetOrAdd(source.Fingerprint(), _ => new Lazy<TestedProject>(() => Load(source))).Value;
    }

    private static TestedProject Load(ProjectSource source)
    {
        var rewriter = new ProjectRewriter(source);
        var loaded = WorkflowProject.Load(source.Folder, new Dictionary<string, string>(), edits: rewriter);
        return new TestedProject(source, loaded, rewriter.Trigger);
    }
}
