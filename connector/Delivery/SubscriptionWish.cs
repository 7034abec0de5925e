using B2BConnector.Connector.Features.Triggers;

namespace B2BConnector.Connector.Delivery;

/// <summary>What a caller asks for when it subscribes. The callback address is as it was sent: nothing is known of it yet.</summary>
internal sealed record SubscriptionWish(string Type, string? LegalEntity, EventSource Source, string? Callback, string Owner);
