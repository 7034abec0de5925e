using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Subscriptions;

/// <summary>Answer of RetryDeadDeliveries. What was asked for and is not dead counts nowhere.</summary>
internal sealed record RetryAnswer
{
    [Field("Retried", "How many deliveries are under way again.")]
    public int Retried { get; init; }

    [Field("Waiting", "How many deliveries wait until their suspended subscription goes on, because its address subscribes again.")]
    public int Waiting { get; init; }

    [Field("Left", "How many deliveries stay dead, because their subscription is over.")]
    public int Left { get; init; }
}
