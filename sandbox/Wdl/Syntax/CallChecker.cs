using B2BConnector.Wdl.Errors;
using B2BConnector.Wdl.Functions;

namespace B2BConnector.Wdl.Syntax;

/// <summary>
/// Lists calls and reports what is wrong with them. Like the platform, an unknown function or a wrong number of arguments
/// is no reason to refuse a file (it fails when it runs): those are warnings.
/// </summary>
internal sealed class CallChecker(ICollection<Problem> problems)
{
    private readonly List<FunctionCall> _calls = [];

    public IReadOnlyList<FunctionCall> Calls => _calls;

    /// <summary>Everything in the expression.</summary>
    public void Check(Expression expression, string path)
    {
        if (expression is not CallExpression call)
        {
            return;
        }
        CheckOuter(call, path);
        foreach (var argument in call.Arguments)
        {
            Check(argument, path);
        }
        foreach (var selector in call.Selectors)
        {
            Check(selector.Key, path);
        }
    }

    /// <summary>Only the call itself.</summary>
    public void CheckOuter(CallExpression call, string path)
    {
        _calls.Add(new(call.Function?.Name ?? call.Name, Array.ConvertAll(call.Arguments, a => (a as LiteralExpression)?.Text), path, call.Span));
        Check(call, call.Function, path);
    }

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
        else if (!function.Accepts(call.Arguments.Length))
        {
            problems.Add(WdlProblems.WrongArgumentCount(path, call, function));
        }
    }
}
