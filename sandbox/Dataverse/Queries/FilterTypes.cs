using B2BConnector.Dataverse.Metadata;
using B2BConnector.OData.Expressions;

namespace B2BConnector.Dataverse.Queries;

/// <summary>
/// Finds comparisons of a column with a constant of another type (<c>statecode eq '0'</c>), which the platform refuses. A quoted guid passes:
/// it is widely used (inferred).
/// </summary>
internal static class FilterTypes
{
    /// <summary>The platform's sentence for the first mismatch, or null.</summary>
    public static string? Mismatch(TableDefinition table, ODataExpression node) => node switch
    {
        Binary { Operator: BinaryOperator.And or BinaryOperator.Or } both => Mismatch(table, both.Left) ?? Mismatch(table, both.Right),
        Negation negation => Mismatch(table, negation.Operand),
        Binary { Left: PropertyPath { Segments: [var name] }, Right: Literal literal } comparison => Compare(table, name, literal, comparison.Operator),
        Binary { Right: PropertyPath { Segments: [var name] }, Left: Literal literal } comparison => Compare(table, name, literal, comparison.Operator),
        _ => null,
    };

    private static string? Compare(TableDefinition table, string name, Literal literal, BinaryOperator comparison)
    {
        if (table.ByWireName(name) is not { } column || Fits(column.EdmType, literal.Kind)) return null;
        return $"A binary operator with incompatible types was detected. Found operand types '{column.EdmType}' and '{EdmType(literal.Kind)}' for operator kind '{Kind(comparison)}'.";
    }

    private static bool Fits(string type, LiteralKind literal) => literal switch
    {
        LiteralKind.Null => true,
        LiteralKind.String => type is "Edm.String" or "Edm.Guid",
        LiteralKind.Number => type is "Edm.Int32" or "Edm.Int64" or "Edm.Decimal" or "Edm.Double",
        LiteralKind.Boolean => type == "Edm.Boolean",
        LiteralKind.Guid => type == "Edm.Guid",
        LiteralKind.DateTime => type is "Edm.DateTimeOffset" or "Edm.Date",
        _ => false,
    };

    private static string EdmType(LiteralKind literal) => literal switch
    {
        LiteralKind.Number => "Edm.Int32",
        LiteralKind.DateTime => "Edm.DateTimeOffset",
        _ => $"Edm.{literal}",
    };

    private static string Kind(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Eq => "Equal",
        BinaryOperator.Ne => "NotEqual",
        BinaryOperator.Gt => "GreaterThan",
        BinaryOperator.Ge => "GreaterThanOrEqual",
        BinaryOperator.Lt => "LessThan",
        _ => "LessThanOrEqual",
    };
}
