namespace B2BConnector.OData.Expressions;

/// <summary><c>collection/any(x:body)</c> or <c>collection/all(x:body)</c>; <c>any()</c> has no body.</summary>
public sealed record Lambda(PropertyPath Collection, bool All, string? Variable, ODataExpression? Body, int Position) : ODataExpression(Position)
{
    public override IEnumerable<PropertyPath> Properties => [Collection];
}
