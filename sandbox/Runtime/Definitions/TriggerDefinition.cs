using B2BConnector.Runtime.Triggers;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>The trigger of a workflow, compiled.</summary>
public sealed class TriggerDefinition
{
    /// <summary>Name in the file's spelling.</summary>
    public required string Name { get; init; }

    /// <summary>Type in the file's spelling.</summary>
    public required string Type { get; init; }

    /// <summary>JSON path of the trigger.</summary>
    public required string Path { get; init; }

    /// <summary>The trigger as it stands in the file.</summary>
    public required JObject Json { get; init; }

    /// <summary>What it does.</summary>
    public ITrigger Behaviour { get; internal set; } = UnknownTrigger.Instance;

    /// <summary>All must be true for a run to start.</summary>
    public IReadOnlyList<Template> Conditions { get; internal set; } = [];

    /// <summary>The array whose elements each start a run; null without.</summary>
    public Template? SplitOn { get; internal set; }

    /// <summary>Gives the client tracking id; null: the caller's, or the run id.</summary>
    public Template? ClientTrackingId { get; internal set; }

    /// <summary>Runs at once; null without limit.</summary>
    public int? MaximumRuns { get; internal set; }

    /// <summary>Runs that may wait for a place.</summary>
    public int MaximumWaitingRuns { get; internal set; } = 200;

    /// <summary>True when the history must not show its inputs.</summary>
    public bool SecureInputs { get; internal set; }

    /// <summary>True when the history must not show its outputs.</summary>
    public bool SecureOutputs { get; internal set; }

    /// <summary>How often a call of the trigger is tried again.</summary>
    public RetryPolicy Retry { get; internal set; } = RetryPolicy.Default;

    /// <summary>Every function call of its expressions.</summary>
    public IReadOnlyList<FunctionCall> Calls { get; internal set; } = [];
}
