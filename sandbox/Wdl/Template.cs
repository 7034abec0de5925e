using System.Runtime.CompilerServices;
using B2BConnector.Wdl.Evaluation;
using B2BConnector.Wdl.Functions;
using B2BConnector.Wdl.Syntax;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl;

/// <summary>
/// A JSON value compiled once: constants, expressions <c>"@f(x)"</c>, interpolations <c>"a@{f(x)}b"</c>, nested in objects and arrays.
/// Immutable; one template serves all runs at the same time.
/// </summary>
public sealed class Template
{
    private readonly Expression _root;

    internal Template(Expression root, IReadOnlyList<FunctionCall> calls)
    {
        _root = root;
        Calls = calls;
    }

    /// <summary>True when the value holds no expression.</summary>
    public bool IsConstant => _root is LiteralExpression;

    /// <summary>Every call in the value, in the order of its text.</summary>
    public IReadOnlyList<FunctionCall> Calls { get; }

    /// <summary>Finds the functions now, instead of when the first value is compiled.</summary>
    public static void Prepare() => RuntimeHelpers.RunClassConstructor(typeof(FunctionRegistry).TypeHandle);

    /// <summary>
    /// Compiles any JSON value. Never throws on author errors: all of them are added to <paramref name="problems"/>.
    /// When one is an error, the template must not be used for runs; evaluating it fails.
    /// </summary>
    /// <param name="json">The value as read from the file, dates unparsed.</param>
    /// <param name="path">JSON path of the value in the file.</param>
    /// <param name="problems">Receives errors and warnings.</param>
    public static Template Compile(JToken json, string path, ICollection<Problem> problems)
    {
        var compiler = new TemplateCompiler(problems);
        var root = compiler.Compile(json, path);
        return new(root, compiler.Calls);
    }

    /// <summary>Evaluates to a token the caller owns and may change. Throws <see cref="WdlException"/> and nothing else.</summary>
    public JToken Evaluate(IEvaluationContext context)
    {
        var value = Evaluator.Evaluate(_root, context);
        if (value is JContainer && !IsConstant)
        {
            Nesting.Check(value);
        }
        return value.Parent is not null || value is JContainer ? value.DeepClone() : value;
    }
}
