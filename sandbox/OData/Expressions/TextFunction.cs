namespace B2BConnector.OData.Expressions;

/// <summary><c>contains</c>, <c>startswith</c> or <c>endswith</c>.</summary>
public sealed record TextFunction(string Name, ODataExpression Subject, ODataExpression Argument, int Position) : ODataExpression(Position)
{
    public override IEnumerable<PropertyPath> Properties => Subject.Properties.Concat(Argument.Properties);
}
