namespace B2BConnector.OData.Expressions;

/// <summary><c>not operand</c>.</summary>
public sealed record Negation(ODataExpression Operand, int Position) : ODataExpression(Position)
{
    public override IEnumerable<PropertyPath> Properties => Operand.Properties;
}
