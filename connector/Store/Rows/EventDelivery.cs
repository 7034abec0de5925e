namespace B2BConnector.Connector.Store.Rows;

/// <summary>One event on its way to one subscription. Gone once it is delivered; kept when all tries failed.</summary>
internal sealed class EventDelivery
{
    public required Guid SubscriptionId { get; init; }

    /// <summary>Number of the event in the log.</summary>
    public required long Sequence { get; init; }

    public required string LegalEntity { get; init; }

    public required string ProspectId { get; init; }

    /// <summary>Tries so far, all failed.</summary>
    public int Attempts { get; init; }

    public required DateTimeOffset NextAttemptAt { get; init; }

    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>What the last try came to.</summary>
    public string? LastOutcome { get; init; }

    /// <summary>Set when the last of all tries failed.</summary>
    public DateTimeOffset? DeadAt { get; init; }

    /// <summary>The instance that sends it now; null where one instance has the store to itself.</summary>
    public Guid? ClaimedBy { get; init; }

    /// <summary>From when on another instance may send it, because the one that claimed it must be dead.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }
}
