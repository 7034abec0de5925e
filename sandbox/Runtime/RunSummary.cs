using B2BConnector.Runtime.Definitions;

namespace B2BConnector.Runtime;

/// <summary>How a run ended.</summary>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="RunId">The run.</param>
/// <param name="Status">Its status.</param>
/// <param name="Code">Its code; null when it has none.</param>
/// <param name="Duration">From its start to its end.</param>
public sealed record RunSummary(string Workflow, string RunId, ActionStatus Status, string? Code, TimeSpan Duration);
