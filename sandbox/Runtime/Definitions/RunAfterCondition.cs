namespace B2BConnector.Runtime.Definitions;

/// <summary>One entry of runAfter: the action before, and the statuses of it that let this one start.</summary>
/// <param name="Action">The action that must have ended.</param>
/// <param name="Statuses">Any of these is good enough.</param>
public sealed record RunAfterCondition(ActionDefinition Action, IReadOnlyList<ActionStatus> Statuses);
