namespace B2BConnector.Connector.Store.Rows;

/// <summary>The answer that was given under an Idempotency-Key.</summary>
internal sealed class IdempotencyRecord
{
    /// <summary>Hash of caller, operation and key.</summary>
    public required string Id { get; init; }

    /// <summary>Hash of route and body: another request under the same key is refused.</summary>
    public required string RequestHash { get; init; }

    public required int Status { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }
}
