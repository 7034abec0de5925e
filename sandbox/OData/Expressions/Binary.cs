namespace B2BConnector.OData.Expressions;

/// <summary><c>left op right</c>.</summary>
public sealed record Binary(BinaryOperator Operator, ODataExpression Left, ODataExpression Right, int Position) : ODataExpression(Position)
{
    public override IEnumerable<PropertyPath> Properties => Left.Properties.Concat(Right.Properties);
}
