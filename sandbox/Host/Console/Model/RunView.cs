namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>One run of a workflow.</summary>
/// <param name="Workflow">Name of the workflow.</param>
/// <param name="Id">Run id.</param>
/// <param name="Status">As the runtime says it.</param>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended; null = it runs.</param>
/// <param name="Error">Why it failed, in words.</param>
/// <param name="ParentId">The run that called it.</param>
/// <param name="ParentAction">The action that called it.</param>
/// <param name="Event">The connector's event that started it.</param>
/// <param name="Actions">What it did, in order, without what was skipped.</param>
/// <param name="Skipped">Actions that were not needed.</param>
/// <param name="Children">Runs that it called.</param>
public sealed record RunView(
    string Workflow,
    string Id,
    string Status,
    DateTimeOffset Started,
    DateTimeOffset? Ended,
    string? Error,
    string? ParentId,
    string? ParentAction,
    ConnectorEvent? Event,
    IReadOnlyList<ActionView> Actions,
    int Skipped,
    IReadOnlyList<RunView> Children)
{
    public TimeSpan? Took => Ended - Started;

    public Tone Tone => Tones.OfRun(Status);

    /// <summary>Something in it, or below it, went wrong or was tried again.</summary>
    public bool WantsAttention => Tone == Tone.Bad || Actions.Any(action => action.Attempts.Count > 0) || Children.Any(child => child.WantsAttention);
}
