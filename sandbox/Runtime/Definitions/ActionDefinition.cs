using B2BConnector.Runtime.Actions;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>One action of a workflow, compiled.</summary>
public sealed class ActionDefinition
{
    /// <summary>Name in the file's spelling; names are compared without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>Type in the file's spelling.</summary>
    public required string Type { get; init; }

    /// <summary>JSON path of the action in workflow.json.</summary>
    public required string Path { get; init; }

    /// <summary>The action as it stands in the file.</summary>
    public required JObject Json { get; init; }

    /// <summary>The block it belongs to.</summary>
    public required ActionBlock Block { get; init; }

    /// <summary>What it does.</summary>
    public IAction Behaviour { get; internal set; } = UnknownAction.Instance;

    /// <summary>When it may start.</summary>
    public IReadOnlyList<RunAfterCondition> RunAfter { get; internal set; } = [];

    /// <summary>The actions that run after it.</summary>
    public IList<ActionDefinition> Successors { get; } = [];

    /// <summary>Blocks inside it: none for a simple action.</summary>
    public IList<ActionBlock> Blocks { get; } = [];

    /// <summary>Loops around it, the outermost first.</summary>
    public required IReadOnlyList<ActionDefinition> Loops { get; init; }

    /// <summary>Expressions whose values are kept with the run for searching; null without.</summary>
    public Template? TrackedProperties { get; internal set; }

    /// <summary>How long one execution may take, with its retries.</summary>
    public TimeSpan? Timeout { get; internal set; }

    /// <summary>How often it is tried again; null where trying again makes no sense.</summary>
    public RetryPolicy? Retry { get; internal set; }

    /// <summary>True when the history must not show its inputs.</summary>
    public bool SecureInputs { get; internal set; }

    /// <summary>True when the history must not show its outputs.</summary>
    public bool SecureOutputs { get; internal set; }

    /// <summary>Every function call of its expressions.</summary>
    public IReadOnlyList<FunctionCall> Calls { get; internal set; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Type})";
}
