using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Runtime.CustomCode;
using B2BConnector.Runtime.Scripts;
using B2BConnector.Wdl;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>What all workflows of a project share.</summary>
public sealed class ProjectContents
{
    /// <summary>Full path of the Logic App folder.</summary>
    public required string Folder { get; init; }

    /// <summary>App settings in their order of precedence.</summary>
    public required AppSettings Settings { get; init; }

    /// <summary>Where the host says that it runs.</summary>
    public string Location => Settings["WORKFLOWS_LOCATION_NAME"] ?? "local";

    /// <summary>Evaluated parameters of parameters.json.</summary>
    public IReadOnlyDictionary<string, JToken> Parameters { get; internal set; } = new Dictionary<string, JToken>();

    /// <summary>Evaluated managed API connections of connections.json.</summary>
    public IReadOnlyDictionary<string, ApiConnectionReference> Connections { get; internal set; } = new Dictionary<string, ApiConnectionReference>();

    /// <summary>Where the project's cloud flows were imported; null without.</summary>
    internal FlowEnvironment? Environment { get; set; }

    /// <summary>Definitions of connectors that the environment names, by connection.</summary>
    internal Dictionary<string, ConnectorDefinition> Connectors { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Inline C# of the workflows.</summary>
    internal CSharpScripts Scripts { get; private set; } = null!;

    /// <summary>Custom functions; loaded when the first workflow needs one.</summary>
    internal Lazy<CustomFunctions> Functions { get; private set; } = null!;

    /// <summary>Prepares script runner and custom functions. Both know nothing of the engine; both read settings as environment variables.</summary>
    internal void LoadCode(ILoggerFactory logs, ICollection<Problem> problems, bool showSettings = true)
    {
        Scripts = new CSharpScripts(logs);
        Functions = new Lazy<CustomFunctions>(() => CustomFunctions.Load(Folder, problems, logs, Settings.All));
        if (showSettings)
        {
            Settings.ShowAsEnvironment();
        }
    }

    /// <summary>Whether scripts are compiled while the project loads.</summary>
    internal bool CompilesScripts { get; init; } = true;

    /// <summary>Scripts that were not compiled while the project was loaded.</summary>
    internal List<(string Folder, string File)> UncheckedScripts { get; } = [];

    /// <summary>Names of parameters that exist, also those whose value could not be evaluated.</summary>
    internal HashSet<string> ParameterNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The parameter as a workflow sees it, or null: those of parameters.json go before its own, a cloud flow has its own only.</summary>
    internal JToken? ParameterOf(WorkflowDefinition workflow, string name) =>
        workflow.Flow is null && Parameters.TryGetValue(name, out var shared) ? shared : workflow.Parameters.GetValueOrDefault(name);

    /// <summary>Names of connections that exist, also those that could not be evaluated.</summary>
    internal HashSet<string> ConnectionNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Connections that serve operation types which do not run here, as section/name.</summary>
    internal HashSet<string> OtherConnectionNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Trigger type per workflow folder: children must start with a Request trigger.</summary>
    internal Dictionary<string, string?> TriggerTypes { get; } = new(StringComparer.OrdinalIgnoreCase);
}
