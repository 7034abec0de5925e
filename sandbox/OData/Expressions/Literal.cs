using Newtonsoft.Json.Linq;

namespace B2BConnector.OData.Expressions;

/// <summary>A constant. Guids and dates are strings (guids in lower case), as rows hold them; an enum literal's value is its symbol and <paramref name="EnumType"/> its qualified type name.</summary>
public sealed record Literal(LiteralKind Kind, JValue Value, int Position, string? EnumType = null) : ODataExpression(Position);
