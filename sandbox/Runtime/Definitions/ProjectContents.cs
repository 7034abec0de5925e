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

    /// <summary>Evaluated parameters of parameters.json.</summary>
    public IReadOnlyDictionary<string, JToken> Parameters { get; internal set; } = new Dictionary<string, JToken>();

    /// <summary>Evaluated managed API connections of connections.json.</summary>
    public IReadOnlyDictionary<string, ApiConnectionReference> Connections { get; internal set; } = new Dictionary<string, ApiConnectionReference>();

    /// <summary>Loads custom functions and the script runner. Both know nothing of the engine.</summary>
    internal void LoadCode(ILoggerFactory logs, ICollection<Problem> problems)
    {
    }

    /// <summary>Names of parameters that exist, also those whose value could not be evaluated.</summary>
    internal HashSet<string> ParameterNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of connections that exist, also those that could not be evaluated.</summary>
    internal HashSet<string> ConnectionNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Trigger type per workflow folder: children must start with a Request trigger.</summary>
    internal Dictionary<string, string?> TriggerTypes { get; } = new(StringComparer.OrdinalIgnoreCase);
}
