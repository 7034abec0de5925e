namespace B2BConnector.Connector.Contract;

/// <summary>Marks a route as a polling trigger.</summary>
internal sealed record PollingTrigger(string Hint);
