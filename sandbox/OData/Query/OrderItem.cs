namespace B2BConnector.OData.Query;

/// <summary>One column of <c>$orderby</c>.</summary>
public sealed record OrderItem(string Property, bool Descending, int Position);
