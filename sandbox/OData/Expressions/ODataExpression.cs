namespace B2BConnector.OData.Expressions;

/// <summary>A node of a parsed <c>$filter</c>. Position is the zero-based offset of its first character.</summary>
public abstract record ODataExpression(int Position)
{
    /// <summary>Every property path in this expression outside lambda bodies, so that a caller can refuse unknown columns before it reads a row.</summary>
    public virtual IEnumerable<PropertyPath> Properties => [];
}
