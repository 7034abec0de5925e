namespace B2BConnector.Connector.Idempotency;

/// <summary>Marks a route that accepts the header Idempotency-Key.</summary>
internal sealed record IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const int Longest = 200;

    public static readonly IdempotencyKey Accepted = new();
}
