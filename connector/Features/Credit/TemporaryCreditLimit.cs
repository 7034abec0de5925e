using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Credit;

/// <summary>A limit for a time.</summary>
internal sealed record TemporaryCreditLimit
{
    [Field("Amount", "Credit limit in that time.")]
    public decimal Amount { get; init; }

    [Field("From", "When the limit begins to hold.")]
    public DateTimeOffset? From { get; init; }

    [Field("To", "When the limit ends.")]
    public DateTimeOffset? To { get; init; }
}
