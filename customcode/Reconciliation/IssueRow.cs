namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>A sync issue.</summary>
/// <param name="Id">Id of the row.</param>
/// <param name="Key">The prospect.</param>
/// <param name="Step">The workflow that failed.</param>
/// <param name="Status">One of <see cref="Open"/>, <see cref="Retry"/>, <see cref="Closed"/>, <see cref="Solved"/>.</param>
/// <param name="ChangedAt">When it was changed last.</param>
/// <param name="Version">Its etag: changes with every write.</param>
internal sealed record IssueRow(string Id, ProspectKey Key, string Step, int Status, DateTimeOffset ChangedAt, string? Version = null)
{
    public const int Open = 726000000;
    public const int Retry = 726000001;

    /// <summary>By a person, who accepts what it says.</summary>
    public const int Closed = 726000002;

    /// <summary>By a workflow whose retry went well: it accepts nothing that comes later.</summary>
    public const int Solved = 726000003;
}
