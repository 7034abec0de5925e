namespace B2BConnector.Runtime.History;

/// <summary>A query parameter of the management API is not understood.</summary>
public sealed class HistoryQueryException(string message) : Exception(message);
