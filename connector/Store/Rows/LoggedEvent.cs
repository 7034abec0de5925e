namespace B2BConnector.Connector.Store.Rows;

/// <summary>One event of the log that triggers read. The sequence is the order of commit.</summary>
internal sealed class LoggedEvent
{
    public const string Created = "prospect.created";
    public const string Decided = "prospect.decided";

    public long Sequence { get; init; }

    public required Guid EventId { get; init; }

    public required string Type { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string LegalEntity { get; init; }

    public required string ProspectId { get; init; }

    public required string Status { get; init; }

    /// <summary>Commerce or Connector; null for created.</summary>
    public string? DecisionSource { get; init; }
}
