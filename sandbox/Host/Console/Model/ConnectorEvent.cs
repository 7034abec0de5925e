namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>What the connector told the workflows: <c>prospect.created</c> or <c>prospect.decided</c>.</summary>
public sealed record ConnectorEvent(string Id, string Type, DateTimeOffset OccurredAt, string? Status, string? DecisionSource);
