using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Subscriptions;

/// <summary>Body of RetryDeadDeliveries; the body itself may be absent.</summary>
internal sealed record RetryRequest
{
    [Field("Subscription ID", "Number of the only subscription to retry; all when it is left out.", Longest = 36)]
    public string? SubscriptionId { get; init; }

    [Field("Event ID", "Number of the only event to retry; all when it is left out.", Longest = 36)]
    public string? EventId { get; init; }
}
