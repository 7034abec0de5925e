using B2BConnector.Connector.Store.Rows;

namespace B2BConnector.Connector.Delivery;

/// <summary>A delivery whose time has come, with all that sending it needs.</summary>
internal sealed record DueDelivery(EventDelivery Row, EventSubscription Subscription, LoggedEvent Event)
{
    public DeliveryKey Key => new(Row.SubscriptionId, Row.Sequence);
}

/// <summary>What names a delivery: to whom, and which event.</summary>
internal readonly record struct DeliveryKey(Guid Subscription, long Sequence);
