using B2BConnector.Runtime;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Func;

/// <summary>The project in the current folder, and the options of an engine for it.</summary>
internal static class FuncProject
{
    private const string Storage = "AzureWebJobsStorage";

    /// <summary>LogicAppUnit asks for the state of a run at once and then every second; most runs have ended within this time.</summary>
    private static readonly TimeSpan AcceptPatience = TimeSpan.FromMilliseconds(400);

    /// <exception cref="FuncFailure">The folder is no Logic App project.</exception>
    public static WorkflowProject Load(string folder, ILoggerFactory logs)
    {
        if (!File.Exists(Path.Combine(folder, "host.json")))
        {
            throw new FuncFailure($"'{folder}' is no Logic App project: it has no host.json. Start func in the folder of the project.");
        }

        var loaded = WorkflowProject.Load(folder, new Dictionary<string, string>(), logs, ProjectLoading.AsTheHost);
        return loaded.Project ?? throw new FuncFailure(string.Join(' ', loaded.Problems.Select(problem => problem.ToString().ReplaceLineEndings(" "))));
    }

    /// <summary>
    /// With storage configured, runs are durable as on the platform, in the project's folder: they go on after a restart, and end with the folder.
    /// The storage itself is not called. Without, everything is in memory.
    /// </summary>
    public static EngineOptions EngineOptions(WorkflowProject project, ILoggerFactory logs, IRunObserver observer) => new()
    {
        StorePath = string.IsNullOrEmpty(project.Contents.Settings[Storage]) ? null : Path.Combine(project.Folder, ".func", "runs.db"),
        Ids = NewId,
        LoggerFactory = logs,
        Observer = observer,
        AcceptPatience = AcceptPatience,
        HoldsRunsUntilTriggers = true, // they may call this host
    };

    // The one id source of the process.
#pragma warning disable RS0030
    private static Guid NewId() => Guid.NewGuid();
#pragma warning restore RS0030
}
