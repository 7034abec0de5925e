namespace B2BConnector.Connector.Contract;

/// <summary>Marks a route as a webhook trigger.</summary>
/// <param name="Payload">What is posted to the callback address.</param>
/// <param name="Description">A sentence about it.</param>
/// <param name="Hint">How a maker makes it happen while testing.</param>
internal sealed record WebhookTrigger(Type Payload, string Description, string Hint);
