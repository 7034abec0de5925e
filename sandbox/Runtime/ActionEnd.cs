using B2BConnector.Runtime.Definitions;

namespace B2BConnector.Runtime;

/// <summary>How an action ended.</summary>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="RunId">The run.</param>
/// <param name="Action">The action's name.</param>
/// <param name="Repetition">Its repetition such as "000000-000003"; empty outside loops.</param>
/// <param name="Status">Its status.</param>
/// <param name="Code">Its code; null when it has none.</param>
/// <param name="Message">Why it failed; null when it has no error. Hidden when the action's data is secured.</param>
public sealed record ActionEnd(string Workflow, string RunId, string Action, string Repetition, ActionStatus Status, string? Code, string? Message);
