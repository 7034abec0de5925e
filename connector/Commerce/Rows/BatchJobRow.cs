namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>BatchJobs</c>. A time that was never set is in the year 1900.</summary>
internal sealed record BatchJobRow
{
    public string? JobDescription { get; init; }

    public string? Status { get; init; }

    public DateTimeOffset? StartDateTime { get; init; }

    public DateTimeOffset? EndDateTime { get; init; }
}
