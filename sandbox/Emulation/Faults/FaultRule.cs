namespace B2BConnector.Emulation.Faults;

/// <summary>
/// One switch: which requests, what happens to them, how often. A script returns one too; then only <see cref="Kind"/>,
/// <see cref="RetryAfter"/> and <see cref="Delay"/> count.
/// </summary>
public sealed record FaultRule
{
    /// <value>"PATCH /data/Prospects(*)" or "/data/*"; * stands for any text, also a slash, and alone for every request. Case does not matter.</value>
    public string Route { get; init; } = "*";

    public required FaultKind Kind { get; init; }

    /// <value>How many requests are hit before the switch is used up.</value>
    public int Times { get; init; } = 1;

    /// <value>How many matching requests pass first.</value>
    public int Skip { get; init; }

    /// <value>Text that the decoded path or query must hold; null = any.</value>
    public string? Contains { get; init; }

    /// <value>What Retry-After says, in whole seconds, on 429 and, when given, on 503. Default of 429: one second.</value>
    public TimeSpan? RetryAfter { get; init; }

    /// <value>
    /// <see cref="FaultKind.Slow"/>: how late the answer is, default five seconds. <see cref="FaultKind.Timeout"/>: when the connection is cut if
    /// the caller has not given up, default never.
    /// </value>
    public TimeSpan? Delay { get; init; }

    /// <summary>What is wrong with the rule, in sentences a person can act on; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Route))
        {
            yield return "The route is empty. Write it like 'PATCH /data/Prospects(*)', or * for every request.";
        }
        else if (!FaultRoute.IsWellFormed(Route))
        {
            yield return $"The route '{Route}' is neither '*', '/path' nor 'METHOD /path'.";
        }

        if (!Enum.IsDefined(Kind))
        {
            yield return $"There is no kind {(int)Kind}. Kinds: {string.Join(", ", Enum.GetNames<FaultKind>())}.";
        }

        if (Times < 1)
        {
            yield return $"times is {Times}; at least 1 request must be hit.";
        }

        if (Skip < 0)
        {
            yield return $"skip is {Skip}; it cannot be negative.";
        }

        if (RetryAfter < TimeSpan.Zero || Delay < TimeSpan.Zero || RetryAfter > Longest || Delay > Longest)
        {
            yield return "retryAfter and delay are at least zero and at most one day.";
        }
    }

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
}
