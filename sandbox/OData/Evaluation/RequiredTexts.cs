using B2BConnector.OData.Expressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.OData.Evaluation;

/// <summary>What a row must hold to pass a filter, as far as that is a text in a column: enough to look rows up instead of walking them.</summary>
public static class RequiredTexts
{
    /// <summary>
    /// The columns that <paramref name="filter"/> compares with a text by <c>eq</c>, where every other way to pass is ruled out (<c>and</c>).
    /// Both systems ignore case. A text with <c>*</c> is left out: it is a pattern in finance and operations.
    /// </summary>
    public static IEnumerable<(string Column, string Text)> Of(ODataExpression? filter) => filter switch
    {
        Binary { Operator: BinaryOperator.And } both => Of(both.Left).Concat(Of(both.Right)),
        Binary { Operator: BinaryOperator.Eq, Left: PropertyPath { Segments: [var column] }, Right: Literal literal } => Text(column, literal),
        Binary { Operator: BinaryOperator.Eq, Right: PropertyPath { Segments: [var column] }, Left: Literal literal } => Text(column, literal),
        _ => [],
    };

    // A date is compared as an instant: two texts may mean the same one.
    private static IEnumerable<(string Column, string Text)> Text(string column, Literal literal) =>
        literal is { Kind: not LiteralKind.DateTime, Value: { Type: JTokenType.String } value } && (string)value! is var text && !text.Contains('*') ? [(column, text)] : [];
}
