using B2BConnector.Wdl.Errors;
using B2BConnector.Wdl.Functions;

namespace B2BConnector.Wdl.Syntax;

/// <summary>
/// Binds calls to functions and reports what is wrong with them. Like the platform, an unknown function or a wrong number of arguments
/// is no reason to refuse a file (it fails when it runs): those are warnings.
/// </summary>
internal sealed class CallChecker(ICollection<Problem> problems)
{
    private readonly List<FunctionCall> _calls = [];

    public IReadOnlyList<FunctionCall> Calls => _calls;

    public Expression Bind(Expression expression, string path) => expression is CallExpression call ? BindCall(call, path) : expression;

    /// <summary>Binds the call itself; its arguments are bound already.</summary>
    public CallExpression BindOuter(CallExpression call, string path)
    {
        var function = FunctionRegistry.Default.Find(call.Name);
        _calls.Add(new(function?.Name ?? call.Name, [.. call.Arguments.Select(a => (a as LiteralExpression)?.Text)], path, call.Span));
        Check(call, function, path);
        return call with { Function = function };
    }

    private CallExpression BindCall(CallExpression call, string path) => BindOuter(call, path) with
    {
        Arguments = [.. call.Arguments.Select(a => Bind(a, path))],
        Selectors = [.. call.Selectors.Select(s => s with { Key = Bind(s.Key, path) })],
    };

    private void Check(CallExpression call, Function? function, string path)
    {
        if (function is null)
        {
            problems.Add(FunctionCatalogue.Contains(call.Name)
                ? WdlProblems.FunctionNotSupported(path, call)
                : WdlProblems.FunctionUnknown(path, call, FunctionRegistry.Default.Nearest(call.Name)));
        }
        else if (function.NamesFirst && call.Arguments is not [LiteralExpression { Text: not null }, ..])
        {
            problems.Add(WdlProblems.NameMustBeLiteral(path, call, function));
        }
        else if (!function.Accepts(call.Arguments.Count))
        {
            problems.Add(WdlProblems.WrongArgumentCount(path, call, function));
        }
    }
}
