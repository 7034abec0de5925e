using B2BConnector.Wdl.Evaluation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Syntax;

/// <summary>A JSON array with expressions in it.</summary>
internal sealed class ArrayExpression(IReadOnlyList<Expression> items) : Expression
{
    public override JToken Evaluate(Evaluator evaluator)
    {
        var result = new JArray();
        foreach (var item in items)
        {
            result.Add(item.Evaluate(evaluator));
        }
        return result;
    }
}
