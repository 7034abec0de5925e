using B2BConnector.Wdl.Errors;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Syntax;

/// <summary>Walks a JSON value and compiles every string in it. A broken string becomes a null literal, so that the walk finds all problems.</summary>
internal sealed class TemplateCompiler(ICollection<Problem> problems)
{
    /// <summary>The platform's limit for one expression, in characters.</summary>
    public const int MaxExpressionLength = 8192;

    private const int MaxJsonDepth = 128;
    private static readonly LiteralExpression Broken = new(Tokens.Null);

    /// <summary>The parent of all constants: whoever adopts one gets a copy.</summary>
    private readonly JArray _constants = [];

    private readonly CallChecker _checker = new(problems);
    private int _depth;

    public IReadOnlyList<FunctionCall> Calls => _checker.Calls;

    public Expression Compile(JToken json, string path)
    {
        if (_depth >= MaxJsonDepth)
        {
            problems.Add(WdlProblems.JsonTooDeep(path, MaxJsonDepth));
            return Broken;
        }
        _depth++;
        var expression = json switch
        {
            JObject item => CompileObject(item, path),
            JArray items => CompileArray(items, path),
            { Type: JTokenType.String } => CompileString((string)json!, path),
            _ => Literal(json.DeepClone()),
        };
        _depth--;
        return expression;
    }

    public void Report(Problem problem) => problems.Add(problem);

    /// <summary>Checks a call that did not come from text; its arguments are compiled already.</summary>
    public CallExpression Checked(CallExpression call, string path)
    {
        _checker.CheckOuter(call, path);
        return call;
    }

    private Expression CompileObject(JObject item, string path)
    {
        var members = new List<(Expression Name, Expression Value)>(item.Count);
        foreach (var property in item.Properties())
        {
            var memberPath = JsonPath.Member(path, property.Name);
            members.Add((CompileString(property.Name, memberPath), Compile(property.Value, memberPath)));
        }
        return members.TrueForAll(m => m is { Name: LiteralExpression, Value: LiteralExpression })
            ? Literal(Constant(members))
            : new ObjectExpression(members);
    }

    private static JObject Constant(List<(Expression Name, Expression Value)> members)
    {
        var result = new JObject();
        foreach (var (name, value) in members)
        {
            result[((LiteralExpression)name).Text ?? ""] = ((LiteralExpression)value).Value;
        }
        return result;
    }

    private Expression CompileArray(JArray items, string path)
    {
        var compiled = items.Select((item, index) => Compile(item, JsonPath.Index(path, index))).ToList();
        return compiled.TrueForAll(i => i is LiteralExpression)
            ? Literal(new JArray(compiled.Select(i => ((LiteralExpression)i).Value)))
            : new ArrayExpression(compiled);
    }

    /// <summary>
    /// "@f()" is an expression, "@@…" the text "@…" without interpolations, "@{f()}" an interpolation anywhere, "@@{" the text "@{".
    /// Everything else, "@" and " @f()" included, is plain text.
    /// </summary>
    public Expression CompileString(string text, string path)
    {
        if (text.Length >= 2 && text[0] == '@' && text[1] is not ('@' or '{'))
        {
            return Parse(text, 1, text.Length, path);
        }
        if (text.StartsWith("@@", StringComparison.Ordinal))
        {
            return Literal(new JValue(text[1..]));
        }
        return text.Contains("@{", StringComparison.Ordinal) ? CompileInterpolation(text, path) : Literal(new JValue(text));
    }

    private Expression CompileInterpolation(string text, string path)
    {
        var parts = new InterpolationScanner(text).Scan();
        var compiled = new List<Expression>(parts.Count);
        foreach (var part in parts)
        {
            compiled.Add(part switch
            {
                { Text: { } plain } => Literal(new JValue(plain)),
                { Terminated: false } => Unterminated(part, path),
                _ => Parse(text, part.Span.Start + 2, part.Span.End - 1, path),
            });
        }
        return parts.TrueForAll(p => p.Text is not null)
            ? Literal(new JValue(string.Concat(parts.Select(p => p.Text))))
            : new InterpolationExpression([.. compiled]);
    }

    private LiteralExpression Literal(JToken value)
    {
        _constants.Add(value);
        return new(value);
    }

    private LiteralExpression Unterminated(InterpolationPart part, string path)
    {
        problems.Add(WdlProblems.InterpolationNotTerminated(path, part.Span));
        return Broken;
    }

    private Expression Parse(string text, int start, int end, string path)
    {
        if (end - start > MaxExpressionLength)
        {
            problems.Add(WdlProblems.ExpressionTooLong(path, TextSpan.FromBounds(start, end), MaxExpressionLength));
            return Broken;
        }
        try
        {
            var expression = Parser.Parse(text, start, end, _constants);
            _checker.Check(expression, path);
            return expression;
        }
        catch (SyntaxException error)
        {
            problems.Add(WdlProblems.Syntax(path, text[start..end], error));
            return Broken;
        }
    }
}
