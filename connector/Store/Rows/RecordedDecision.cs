namespace B2BConnector.Connector.Store.Rows;

/// <summary>A decision that this connector writes or wrote: recorded before the write, so that the feed knows whose it is.</summary>
internal sealed class RecordedDecision
{
    public required string LegalEntity { get; init; }

    public required string ProspectId { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset IntendedAt { get; set; }

    /// <summary>When the read back showed it; null while it is only intended.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    public string? Reason { get; set; }
}
