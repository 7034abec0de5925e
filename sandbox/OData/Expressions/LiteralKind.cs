namespace B2BConnector.OData.Expressions;

/// <summary>How a constant was written.</summary>
public enum LiteralKind { Null, String, Number, Boolean, Guid, DateTime, Enum }
