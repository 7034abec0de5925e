using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Store.Rows;

namespace B2BConnector.Connector.Features.Subscriptions;

/// <summary>An event that did not get through in all its tries.</summary>
internal sealed record DeadDelivery
{
    [Field("Subscription ID", "Number of the subscription it was meant for.")]
    public Guid SubscriptionId { get; init; }

    [Field("Host", "Host of the callback address.")]
    public string? Host { get; init; }

    [Field("Subscription State", "Where the subscription stands: what belongs to one that is over cannot be retried.")]
    public SubscriptionState SubscriptionState { get; init; }

    [Field("Event ID", "Number of the event, the same whenever it is delivered.")]
    public Guid EventId { get; init; }

    [Field("Event Type", "What happened, prospect.created or prospect.decided.")]
    public string? Type { get; init; }

    [Field("Legal Entity", "Code of the legal entity in Commerce, in lower case.")]
    public string? LegalEntity { get; init; }

    [Field("Prospect ID", "Number of the prospect within the legal entity.")]
    public string? ProspectId { get; init; }

    [Field("Tries", "How often the delivery was tried.")]
    public int Tries { get; init; }

    [Field("Given Up At", "When the last try failed.")]
    public DateTimeOffset GivenUpAt { get; init; }

    [Field("Reason", "What the last try came to.")]
    public string? Reason { get; init; }
}

/// <summary>One page of deliveries that failed for good.</summary>
internal sealed record DeadDeliveryPage
{
    [Field("Deliveries", "Events that were not delivered, the oldest first.")]
    public IReadOnlyList<DeadDelivery>? Value { get; init; }

    [Field("Next Link", "Address of the next page; absent on the last one.")]
    public string? NextLink { get; init; }
}
