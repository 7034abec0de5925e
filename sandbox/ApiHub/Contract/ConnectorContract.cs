namespace B2BConnector.ApiHub.Contract;

/// <summary>What the gateway takes from apiDefinition.swagger.json.</summary>
/// <param name="Host">Scheme, host and base path of the swagger; a policy may replace it.</param>
/// <param name="Operations">Fixed paths before those with parameters.</param>
/// <param name="Key">Null when the API wants no key.</param>
internal sealed record ConnectorContract(Uri Host, IReadOnlyList<ConnectorOperation> Operations, ApiKey? Key)
{
    public ConnectorOperation? Find(string method, string path) =>
        Operations.FirstOrDefault(o => string.Equals(o.Method, method, StringComparison.OrdinalIgnoreCase) && o.Path.Matches(path));
}
