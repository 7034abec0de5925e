using B2BConnector.Wdl.Errors;
using B2BConnector.Wdl.Functions;
using B2BConnector.Wdl.Syntax;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Evaluation;

/// <summary>Evaluates compiled nodes. Recursion is bounded by the depth limits of parser and compiler.</summary>
internal sealed class Evaluator(IEvaluationContext context)
{
    public IEvaluationContext Context { get; } = context;

    public JToken Evaluate(Expression expression) => expression switch
    {
        LiteralExpression literal => literal.Value,
        CallExpression call => Selection.Apply(this, call, Call(call)),
        InterpolationExpression interpolation => new JValue(string.Concat(interpolation.Parts.Select(p => Text.Of(Evaluate(p))))),
        ObjectExpression members => EvaluateObject(members),
        ArrayExpression items => new JArray(items.Items.Select(Evaluate)),
        _ => throw new InvalidOperationException($"Unknown node {expression.GetType().Name}."),
    };

    private JToken Call(CallExpression call)
    {
        var function = call.Function ?? throw RunErrors.Undefined(call.Name);
        if (!function.Accepts(call.Arguments.Count))
        {
            throw new WdlException(function.ArityText(call.Name, call.Arguments.Count));
        }
        return function.Invoke(new Arguments(this, call));
    }

    private JObject EvaluateObject(ObjectExpression expression)
    {
        var result = new JObject();
        foreach (var (name, value) in expression.Members)
        {
            // Inferred: the later of two names that evaluate to the same text wins.
            result[NameOf(Evaluate(name))] = Evaluate(value);
        }
        return result;
    }

    private static string NameOf(JToken name) => name.Type == JTokenType.String ? (string)name! : throw RunErrors.NameNotText(TypeName.Of(name));
}
