namespace B2BConnector.Connector.Delivery;

/// <summary>A host led to no address that may be called.</summary>
internal sealed class CallbackRefusedException(string host) : Exception($"The host '{host}' leads to no address that may be called.");
