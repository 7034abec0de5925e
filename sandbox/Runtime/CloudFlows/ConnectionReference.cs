namespace B2BConnector.Runtime.CloudFlows;

/// <summary>A connection reference of a flow that is bound to a connection.</summary>
/// <param name="LogicalName">Its name in the environment; also the name of the connection in the project.</param>
/// <param name="ApiId">What <c>host.apiId</c> of actions says.</param>
/// <param name="Connector">The connector's operations.</param>
internal sealed record ConnectionReference(string LogicalName, string ApiId, ConnectorDefinition Connector);
