using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>One workflow folder, compiled.</summary>
public sealed class WorkflowDefinition
{
    private RunAfterPaths? paths;

    /// <summary>Folder name = workflow name.</summary>
    public required string Name { get; init; }

    /// <summary>Full path of the folder: scripts stand beside workflow.json.</summary>
    public required string Folder { get; init; }

    /// <summary>Stable id of the workflow (32 digits), derived from its name.</summary>
    public required string Id { get; init; }

    /// <summary>Version text derived from the file's content.</summary>
    public required string Version { get; init; }

    /// <summary>The text of workflow.json: unfinished runs keep their version of it.</summary>
    public required string Text { get; init; }

    /// <summary>True for a workflow that runs in memory: no restart, no asynchronous calls, five minutes at most.</summary>
    public bool IsStateless { get; internal set; }

    /// <summary>False when nothing of its runs is stored: a stateless one without the option WithStatelessRunHistory.</summary>
    public bool KeepsHistory { get; internal set; } = true;

    /// <summary>Parameters with values that the definition itself brings; parameters.json goes before them.</summary>
    internal IReadOnlyDictionary<string, JToken> Parameters { get; set; } = new Dictionary<string, JToken>();

    /// <summary>The trigger.</summary>
    public TriggerDefinition Trigger { get; internal set; } = null!;

    /// <summary>The actions of the top level.</summary>
    public ActionBlock Actions { get; internal set; } = new(null, "definition.actions");

    /// <summary>All actions at every level by name, without regard to case.</summary>
    public IReadOnlyDictionary<string, ActionDefinition> AllActions { get; internal set; } = new Dictionary<string, ActionDefinition>();

    /// <summary>The workflow's outputs; null without.</summary>
    public Template? Outputs { get; internal set; }

    /// <summary>What the file of a cloud flow has of its own; null for workflows of a Logic App.</summary>
    internal CloudFlow? Flow { get; set; }

    /// <summary>What each action may read; known when every action has been read.</summary>
    internal RunAfterPaths Paths => paths ??= new RunAfterPaths(this);

    /// <summary>True when callers wait for a Response action.</summary>
    public bool HasResponse { get; internal set; }

    /// <summary>True when a Response action is asynchronous: callers get 202 at once, and the answer at a status address.</summary>
    public bool AnswersLater { get; internal set; }
}
