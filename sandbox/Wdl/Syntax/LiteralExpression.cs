using B2BConnector.Wdl.Evaluation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Syntax;

/// <summary>A constant: a literal of the language, or JSON without expressions in it. The token has a parent, so that nobody adopts it.</summary>
internal sealed class LiteralExpression(JToken value) : Expression
{
    public JToken Value { get; } = value;

    /// <summary>The text of a string literal, else null.</summary>
    public string? Text { get; } = value.Type == JTokenType.String ? (string?)((JValue)value).Value : null;

    public override JToken Evaluate(Evaluator evaluator) => Value;
}
