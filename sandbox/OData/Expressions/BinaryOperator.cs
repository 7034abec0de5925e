namespace B2BConnector.OData.Expressions;

/// <summary>Operators of <c>$filter</c> with two sides.</summary>
public enum BinaryOperator { Or, And, Eq, Ne, Gt, Ge, Lt, Le }
