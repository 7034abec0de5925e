namespace B2BConnector.Connector.Features.Triggers;

/// <summary>What one trigger asks for.</summary>
internal sealed record EventQuery(string Type, string? LegalEntity, EventSource Source, string? Cursor);
