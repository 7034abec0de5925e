namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>One thing on the timeline.</summary>
/// <param name="At">When; null = nobody kept it.</param>
/// <param name="Stage">Place in the lifecycle, for things of the same moment.</param>
/// <param name="Lane">Where.</param>
/// <param name="Title">What, in a few words.</param>
/// <param name="Detail">More, in a sentence; null = nothing to add.</param>
/// <param name="Tone">How good.</param>
/// <param name="Exact">False: the system keeps whole seconds only.</param>
/// <param name="Run">The workflow run, if it is one.</param>
public sealed record Entry(
    DateTimeOffset? At, Stage Stage, Lane Lane, string Title, string? Detail = null, Tone Tone = Tone.Quiet, bool Exact = true, RunView? Run = null);
