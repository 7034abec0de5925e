namespace B2BConnector.Commerce.Model;

/// <summary>The value types that the served entities use.</summary>
internal enum EdmKind
{
    String,
    Int32,
    Int64,
    Decimal,
    Boolean,
    DateTimeOffset,
    Enum,
}
