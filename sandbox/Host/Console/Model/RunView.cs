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

    /// <summary>It failed, or it tries a step again right now.</summary>
    public bool WantsAttention => Tone == Tone.Bad || Retrying is not null;

    /// <summary>The step that failed and waits for its next try.</summary>
    public ActionView? Retrying => Ended is null ? Actions.FirstOrDefault(action => action is { Ended: null, Attempts.Count: > 0 }) : null;
}
