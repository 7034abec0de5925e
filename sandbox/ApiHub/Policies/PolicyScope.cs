using B2BConnector.ApiHub.Contract;

namespace B2BConnector.ApiHub.Policies;

/// <summary>What policies may name: operations of the contract, declared connection parameters, values of the connections.</summary>
internal sealed record PolicyScope(IReadOnlySet<string> Operations, ConnectionParameters Parameters, IReadOnlyList<ApiHubConnection> Connections);
