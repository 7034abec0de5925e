namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>One action of a run.</summary>
/// <param name="Name">Its name in the workflow.</param>
/// <param name="Status">As the runtime says it.</param>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended; null = it runs.</param>
/// <param name="Error">Why it failed, in words.</param>
/// <param name="Attempts">Tries that failed before the last one.</param>
/// <param name="Repetitions">How often it ran in a loop; null = it is in none.</param>
public sealed record ActionView(
    string Name, string Status, DateTimeOffset Started, DateTimeOffset? Ended, string? Error, IReadOnlyList<AttemptView> Attempts, int? Repetitions)
{
    public TimeSpan? Took => Ended - Started;

    public Tone Tone => Tones.OfRun(Status);

    /// <summary>Names are intentions; with spaces they read as such.</summary>
    public string Words => Name.Replace('_', ' ');
}
