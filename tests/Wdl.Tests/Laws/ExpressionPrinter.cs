using System.Globalization;
using B2BConnector.Wdl.Syntax;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.Laws;

/// <summary>Writes a parsed expression as text again.</summary>
internal static class ExpressionPrinter
{
    public static string Print(Expression expression) => expression switch
    {
        LiteralExpression { Text: { } text } => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        LiteralExpression literal => Simple((JValue)literal.Value),
        CallExpression call => $"{call.Name}({string.Join(", ", call.Arguments.Select(Print))}){string.Concat(call.Selectors.Select(Print))}",
        _ => throw new ArgumentException($"{expression.GetType().Name} is not written in the language"),
    };

    private static string Print(Selector selector) => $"{(selector.Optional ? "?" : "")}[{Print(selector.Key)}]";

    private static string Simple(JValue value) => value.Value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("0.0###############E+0", CultureInfo.InvariantCulture),
        var integer => Convert.ToString(integer, CultureInfo.InvariantCulture)!,
    };
}
