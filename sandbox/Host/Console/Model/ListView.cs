namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>The list of prospects as it was asked for.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Lines">The page of it.</param>
/// <param name="Found">How many fit.</param>
/// <param name="Counts">How many there are of each status, under the search.</param>
/// <param name="Waiting">Requests that are not prospects yet, in words; null = none.</param>
/// <param name="Outages">Systems that are down, a sentence each.</param>
public sealed record ListView(
    ListQuery Query, IReadOnlyList<ProspectLine> Lines, int Found, IReadOnlyList<StatusCount> Counts, string? Waiting, IReadOnlyList<string> Outages)
{
    public int Pages => Math.Max(1, (Found + ListQuery.Size - 1) / ListQuery.Size);
}
