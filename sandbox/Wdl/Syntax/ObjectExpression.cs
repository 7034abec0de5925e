using B2BConnector.Wdl.Errors;
using B2BConnector.Wdl.Evaluation;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Syntax;

/// <summary>A JSON object with expressions in its names or values.</summary>
internal sealed class ObjectExpression(IReadOnlyList<(Expression Name, Expression Value)> members) : Expression
{
    public override JToken Evaluate(Evaluator evaluator)
    {
        var result = new JObject();
        foreach (var (name, value) in members)
        {
            // Inferred: the later of two names that evaluate to the same text wins.
            result[NameOf(name.Evaluate(evaluator))] = value.Evaluate(evaluator);
        }
        return result;
    }

    private static string NameOf(JToken name) => name.Type == JTokenType.String ? (string)name! : throw RunErrors.NameNotText(TypeName.Of(name));
}
