using B2BConnector.Wdl.Evaluation;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Syntax;

/// <summary>Text with expressions in it. The result is always a string.</summary>
internal sealed class InterpolationExpression(Expression[] parts) : Expression
{
    public Expression[] Parts { get; } = parts;

    public override JToken Evaluate(Evaluator evaluator)
    {
        var texts = new string[Parts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Parts[i] is LiteralExpression { Text: { } text } ? text : Text.Of(Parts[i].Evaluate(evaluator));
        }
        evaluator.Budget.Text(texts);
        return new JValue(string.Concat(texts));
    }
}
