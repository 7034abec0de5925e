using B2BConnector.Wdl.Errors;
using B2BConnector.Wdl.Evaluation;
using B2BConnector.Wdl.Functions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Syntax;

/// <summary>A call with its property selectors. Only calls can be dereferenced, so the selectors belong to them.</summary>
/// <param name="name">As written.</param>
/// <param name="arguments">In order.</param>
/// <param name="selectors">In order.</param>
/// <param name="span">The call including its selectors.</param>
/// <param name="text">The string the span counts in.</param>
/// <param name="function">Null when there is none of that name.</param>
internal sealed class CallExpression(string name, Expression[] arguments, Selector[] selectors, TextSpan span, string text, Function? function) : Expression
{
    public string Name { get; } = name;

    public Expression[] Arguments { get; } = arguments;

    public Selector[] Selectors { get; } = selectors;

    public TextSpan Span { get; } = span;

    /// <summary>What the author wrote, for messages.</summary>
    public string Source => text.Substring(Span.Start, Span.Length);

    public Function? Function { get; } = function;

    public override JToken Evaluate(Evaluator evaluator)
    {
        var value = Call(evaluator);
        foreach (var selector in Selectors)
        {
            value = value is JObject item && selector.Name?.Find(item) is { } member
                ? member.Value
                : Selection.Select(this, value, selector.Key.Evaluate(evaluator), selector, evaluator.Context.Options);
        }
        return value;
    }

    private JToken Call(Evaluator evaluator)
    {
        var function = Function ?? throw RunErrors.Undefined(Name);
        if (!function.Accepts(Arguments.Length))
        {
            throw new WdlException(function.ArityText(Name, Arguments.Length));
        }
        var arguments = evaluator.Open();
        arguments.Open(function, Arguments);
        var value = function.Invoke(arguments);
        evaluator.Close();
        return value;
    }
}
