using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Subscriptions;

/// <summary>Body of both webhook triggers.</summary>
internal sealed record SubscribeRequest
{
    [Field("Callback URL", "Address that events are posted to; the platform fills it in.", Visibility = Visibility.Internal, Required = true, Longest = Delivery.CallbackRules.Longest, IsNotificationUrl = true)]
    public string? CallbackUrl { get; init; }
}
