namespace B2BConnector.OData.Expressions;

/// <summary>A column (<c>_ownerid_value</c>) or a path over a navigation property (<c>parentaccountid/name</c>).</summary>
public sealed record PropertyPath(IReadOnlyList<string> Segments, int Position) : ODataExpression(Position)
{
    public override IEnumerable<PropertyPath> Properties => [this];

    /// <summary>The path as written.</summary>
    public string Name => string.Join('/', Segments);
}
