namespace B2BConnector.ApiHub.Contract;

/// <summary>One operation of the contract.</summary>
internal sealed record ConnectorOperation(string Id, string Method, PathTemplate Path);
