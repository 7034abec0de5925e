namespace B2BConnector.Connector.Store.Rows;

/// <summary>
/// A call under an Idempotency-Key whose write has begun and whose outcome nobody recorded yet. Written before the call to Commerce and
/// replaced by the <see cref="IdempotencyRecord"/> in one transaction, so what lies here after a crash may or may not have happened.
/// </summary>
internal sealed class UnfinishedAttempt
{
    /// <summary>The id its <see cref="IdempotencyRecord"/> will have.</summary>
    public required string Id { get; init; }

    /// <inheritdoc cref="IdempotencyRecord.RequestHash"/>
    public required string RequestHash { get; init; }

    /// <summary>What Commerce is told to recognize a repetition by.</summary>
    public required Guid Token { get; init; }

    /// <summary>When its latest write began.</summary>
    public DateTimeOffset BegunAt { get; set; }

    /// <summary>Numbers of what looked alike in Commerce already, as JSON: whatever else looks alike later is this attempt's.</summary>
    public required string Known { get; init; }
}
