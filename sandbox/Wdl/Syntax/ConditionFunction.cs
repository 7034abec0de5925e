using B2BConnector.Wdl.Errors;
using B2BConnector.Wdl.Functions;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Syntax;

/// <summary>The implicit outermost call of every condition: lets only booleans pass.</summary>
internal static class ConditionFunction
{
    public const string Name = "condition";

    public static Function Instance { get; } = new(new WdlFunctionAttribute(Name, 1), Evaluate);

    private static JToken Evaluate(Arguments arguments) => arguments[0].Type == JTokenType.Boolean
        ? arguments[0]
        : throw RunErrors.NotABoolean(TypeName.Of(arguments[0]));
}
