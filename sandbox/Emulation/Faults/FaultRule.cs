namespace B2BConnector.Emulation.Faults;

/// <summary>
/// One switch: which requests, what happens to them, how often. A script returns one too; then only <see cref="Kind"/>,
/// <see cref="RetryAfter"/> and <see cref="Delay"/> count.
/// </summary>
public sealed record FaultRule : IFaultRule<FaultKind, FaultRequest>
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

    public bool Fits(FaultRequest subject) =>
        FaultRoute.Matches(Route, subject.Method, subject.Path)
        && (Contains is not { } text
            || subject.Path.Contains(text, StringComparison.OrdinalIgnoreCase) || subject.Query.Contains(text, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<string> Problems()
    {
        if (!FaultRoute.IsWellFormed(Route))
        {
            yield return $"The route '{Route}' is neither '*', '/path' nor 'METHOD /path'; * stands for any text.";
        }

        foreach (var problem in FaultLimits.Problems(Kind, Times, Skip, RetryAfter, Delay))
        {
            yield return problem;
        }
    }
}
