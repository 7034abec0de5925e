namespace B2BConnector.Connector.Features;

/// <summary>One operation of the connector: its route, its words in the contract, its behavior. Found by scan.</summary>
internal interface IOperation
{
    void Map(IEndpointRouteBuilder routes);
}
