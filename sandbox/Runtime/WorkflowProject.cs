using System.Runtime.CompilerServices;
using B2BConnector.Runtime.Actions;
using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Triggers;
using B2BConnector.Wdl;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace B2BConnector.Runtime;

/// <summary>A Logic App Standard project folder, compiled and free of author errors.</summary>
public sealed class WorkflowProject
{
    internal WorkflowProject(
        ProjectContents contents, IReadOnlyDictionary<string, WorkflowDefinition> workflows, IReadOnlyDictionary<string, IReadOnlyList<Problem>> unhealthy)
    {
        Contents = contents;
        Workflows = workflows;
        Unhealthy = unhealthy;
    }

    /// <summary>Full path of the folder.</summary>
    public string Folder => Contents.Folder;

    /// <summary>The workflows by name, without regard to case.</summary>
    public IReadOnlyDictionary<string, WorkflowDefinition> Workflows { get; }

    /// <summary>Workflows that cannot run, with what is wrong; empty unless the project was loaded <see cref="ProjectLoading.AsTheHost"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Problem>> Unhealthy { get; }

    /// <summary>Connections, parameters and settings.</summary>
    public ProjectContents Contents { get; }

    /// <summary>
    /// Finds the functions of the language and the types of triggers and actions now. The first project would find them anyway: a program that has
    /// nothing else to start with has it done on another thread while it reads the files.
    /// </summary>
    public static void Prepare()
    {
        Template.Prepare();
        RuntimeHelpers.RunClassConstructor(typeof(TriggerRegistry).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(ActionRegistry).TypeHandle);
    }

    /// <summary>
    /// Reads workflow folders, connections.json, parameters.json, host.json and local.settings.json. Never throws on author errors:
    /// all of them, of all files, are in the result.
    /// </summary>
    /// <param name="folder">The Logic App folder.</param>
    /// <param name="overrides">App settings that go before local.settings.json and after the process environment.</param>
    /// <param name="logs">Where scripts and custom functions log; null = nowhere.</param>
    /// <param name="loading">Whether errors stop everything, and when scripts are compiled.</param>
    /// <param name="flows">Cloud flows that run beside the workflows, and the environment they are imported into; null = none.</param>
    /// <param name="edits">Changes the files' values before they are compiled; null = they are taken as they are.</param>
    public static LoadResult Load(
        string folder,
        IReadOnlyDictionary<string, string> overrides,
        ILoggerFactory? logs = null,
        ProjectLoading loading = ProjectLoading.AllOrNothing,
        FlowEnvironment? flows = null,
        IProjectEdits? edits = null) => new ProjectReader(folder, overrides, logs ?? NullLoggerFactory.Instance, loading, flows, edits).Read();

    /// <summary>Compiles every script of a project that was loaded <see cref="ProjectLoading.AsTheHost"/>, and says what is wrong with them.</summary>
    public IReadOnlyList<Problem> CompileScripts() => [.. Contents.UncheckedScripts.SelectMany(script => Contents.Scripts.Check(script.Folder, script.File))];
}
