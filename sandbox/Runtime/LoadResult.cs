using B2BConnector.Wdl;

namespace B2BConnector.Runtime;

/// <summary>What loading a project gave.</summary>
/// <param name="Project">The project; null when an error stops it (<see cref="ProjectLoading"/>).</param>
/// <param name="Problems">Everything that is wrong, in the order of files and lines.</param>
public sealed record LoadResult(WorkflowProject? Project, IReadOnlyList<Problem> Problems);
