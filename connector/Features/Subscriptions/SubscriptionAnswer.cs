using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Triggers;

namespace B2BConnector.Connector.Features.Subscriptions;

/// <summary>Answer of both webhook triggers.</summary>
internal sealed record SubscriptionAnswer
{
    [Field("Subscription ID", "Number of the subscription, the same when the same address subscribes again.")]
    public Guid SubscriptionId { get; init; }

    [Field("Event Type", "What is delivered, prospect.created or prospect.decided.")]
    public string? Type { get; init; }

    [Field("Legal Entity", "Code of the legal entity whose events are delivered; absent when all are.")]
    public string? LegalEntity { get; init; }

    [Field("Source", "Whose events are delivered.")]
    public EventSource Source { get; init; }

    [Field("Key ID", "Name of the key that the signing secret comes from.")]
    public string? KeyId { get; init; }

    [Field("Signing Secret", "Secret of this subscription, with which a receiver can check the header webhook-signature.")]
    public string? SigningSecret { get; init; }
}
