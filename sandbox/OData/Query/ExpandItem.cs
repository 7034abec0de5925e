namespace B2BConnector.OData.Query;

/// <summary>One navigation property of <c>$expand</c> with the options in its parentheses.</summary>
public sealed record ExpandItem(string Property, QueryOptions Options, int Position);
