namespace B2BConnector.Connector.Contract;

/// <summary>Marks a route that answers page by page with <c>nextLink</c>.</summary>
internal sealed record PagedList;
