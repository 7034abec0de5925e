using B2BConnector.Runtime.Definitions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace B2BConnector.Runtime;

/// <summary>A Logic App Standard project folder, compiled and free of author errors.</summary>
public sealed class WorkflowProject
{
    internal WorkflowProject(ProjectContents contents, IReadOnlyDictionary<string, WorkflowDefinition> workflows)
    {
        Contents = contents;
        Workflows = workflows;
    }

    /// <summary>Full path of the folder.</summary>
    public string Folder => Contents.Folder;

    /// <summary>The workflows by name, without regard to case.</summary>
    public IReadOnlyDictionary<string, WorkflowDefinition> Workflows { get; }

    /// <summary>Connections, parameters and settings.</summary>
    public ProjectContents Contents { get; }

    /// <summary>
    /// Reads workflow folders, connections.json, parameters.json, host.json and local.settings.json. Never throws on author errors:
    /// all of them, of all files, are in the result; the project is null when one of them is an error.
    /// </summary>
    /// <param name="folder">The Logic App folder.</param>
    /// <param name="overrides">App settings that go before local.settings.json and after the process environment.</param>
    /// <param name="logs">Where custom functions log; null = nowhere.</param>
    public static LoadResult Load(string folder, IReadOnlyDictionary<string, string> overrides, ILoggerFactory? logs = null) =>
        new ProjectReader(folder, overrides, logs ?? NullLoggerFactory.Instance).Read();
}
