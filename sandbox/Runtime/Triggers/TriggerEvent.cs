using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers;

/// <summary>Something that may start runs.</summary>
/// <param name="Outputs">What triggerOutputs() gives: {headers, queries, relativePathParameters, body}.</param>
public sealed record TriggerEvent(JObject Outputs)
{
    /// <summary>What the history shows as the trigger's inputs; null without.</summary>
    public JToken? Inputs { get; init; }

    /// <summary>The caller's tracking id; null without.</summary>
    public string? ClientTrackingId { get; init; }

    /// <summary>Status code name of the call that brought the event.</summary>
    public string Code { get; init; } = "OK";

    /// <summary>New state of the trigger (a cursor), stored together with the runs; null leaves it.</summary>
    public JObject? State { get; init; }

    /// <summary>{run, action, path} of the Workflow action that calls; null for all others.</summary>
    public JObject? Parent { get; init; }

    /// <summary>When a timer was due.</summary>
    public DateTimeOffset? Scheduled { get; init; }
}
