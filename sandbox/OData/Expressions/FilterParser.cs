using System.Collections.Frozen;

namespace B2BConnector.OData.Expressions;

/// <summary>
/// Recursive descent over the tokens of one <c>$filter</c>: <c>or</c> binds weakest, then <c>and</c>, comparison, <c>not</c>.
/// Anything it does not know is a problem, never skipped.
/// </summary>
public sealed class FilterParser
{
    private static readonly FrozenDictionary<string, BinaryOperator> Comparisons = new Dictionary<string, BinaryOperator>
    {
        ["eq"] = BinaryOperator.Eq, ["ne"] = BinaryOperator.Ne, ["gt"] = BinaryOperator.Gt,
        ["ge"] = BinaryOperator.Ge, ["lt"] = BinaryOperator.Lt, ["le"] = BinaryOperator.Le,
    }.ToFrozenDictionary();

    /// <summary>Bounds what one text may cost: nesting uses the stack, both here and at evaluation.</summary>
    private const int DeepestNesting = 100;
    private const int MostTokens = 4000;

    private readonly string text;
    private readonly List<Token> tokens;
    private int at;
    private int depth;
    private ODataProblem? problem;

    private FilterParser(string text, List<Token> tokens) => (this.text, this.tokens) = (text, tokens);

    private Token Current => tokens[at];

    /// <summary>Parses a whole filter text (already URL-decoded).</summary>
    public static ODataResult<ODataExpression> Parse(string text)
    {
        var tokens = Lexer.Read(text);
        if (!tokens.Ok) return tokens.Problem;
        if (tokens.Value.Count > MostTokens) return new ODataProblem("The node count limit of the filter has been exceeded.", 0, text);
        var parser = new FilterParser(text, tokens.Value);
        var expression = parser.Or();
        if (parser.problem is null && parser.Current.Kind != TokenKind.End) parser.Fail(ODataProblem.Syntax(parser.Current.Position, text));
        return parser.problem is { } found ? found : expression;
    }

    private ODataExpression Or()
    {
        var left = And();
        while (problem is null && Current.Is("or"))
        {
            var position = Take().Position;
            left = new Binary(BinaryOperator.Or, left, And(), position);
        }
        return left;
    }

    private ODataExpression And()
    {
        var left = Comparison();
        while (problem is null && Current.Is("and"))
        {
            var position = Take().Position;
            left = new Binary(BinaryOperator.And, left, Comparison(), position);
        }
        return left;
    }

    private ODataExpression Comparison()
    {
        var left = Unary();
        if (problem is null && Current.Kind == TokenKind.Identifier && Comparisons.TryGetValue(Current.Text, out var comparison))
        {
            var position = Take().Position;
            return new Binary(comparison, left, Unary(), position);
        }
        return left;
    }

    private ODataExpression Unary()
    {
        if (++depth > DeepestNesting) return Fail(new ODataProblem($"Recursion depth exceeded allowed limit at position {Current.Position}.", Current.Position, text));
        var expression = Current.Is("not") ? Not() : Primary();
        depth--;
        return expression;
    }

    private Negation Not()
    {
        var position = Take().Position;
        return new Negation(Unary(), position);
    }

    private ODataExpression Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Open:
                Take();
                var inner = Or();
                Expect(TokenKind.Close, "')' or operator");
                return inner;
            case TokenKind.Identifier when tokens[at + 1].Kind == TokenKind.Open:
                return Function();
            case TokenKind.Identifier:
                return Path();
            default:
                return LiteralReader.From(token) is { } literal ? Taken(literal) : Fail(ODataProblem.Expected("Expression", token.Position, text));
        }
    }

    private ODataExpression Function()
    {
        var name = Take();
        if (name.Text is not ("contains" or "startswith" or "endswith"))
            return Fail(new ODataProblem($"An unknown function with name '{name.Text}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.", name.Position, text));
        Expect(TokenKind.Open, "'('");
        var subject = Or();
        Expect(TokenKind.Comma, "')' or ','");
        var argument = Or();
        Expect(TokenKind.Close, "')' or ','");
        return new TextFunction(name.Text, subject, argument, name.Position);
    }

    private ODataExpression Path()
    {
        var first = Take();
        var segments = new List<string> { first.Text };
        while (problem is null && Current.Kind == TokenKind.Slash)
        {
            Take();
            if (Current.Kind != TokenKind.Identifier) return Fail(ODataProblem.Expected("An identifier was", Current.Position, text));
            var segment = Take();
            if (segment.Text is "any" or "all" && Current.Kind == TokenKind.Open)
                return LambdaOver(new PropertyPath(segments, first.Position), segment);
            segments.Add(segment.Text);
        }
        return new PropertyPath(segments, first.Position);
    }

    private Lambda LambdaOver(PropertyPath collection, Token kind)
    {
        Take();
        string? variable = null;
        ODataExpression? body = null;
        if (Current.Kind != TokenKind.Close)
        {
            variable = Current.Text;
            Expect(TokenKind.Identifier, "An identifier was");
            Expect(TokenKind.Colon, "':'");
            body = Or();
        }
        Expect(TokenKind.Close, "')' or operator");
        return new Lambda(collection, kind.Text == "all", variable, body, kind.Position);
    }

    // After the first problem nothing is taken any more: every loop above stops on it, and the end token is never passed.
    private Token Take() => at < tokens.Count - 1 && problem is null ? tokens[at++] : tokens[at];

    private ODataExpression Taken(ODataExpression expression)
    {
        Take();
        return expression;
    }

    private void Expect(TokenKind kind, string what)
    {
        if (Current.Kind == kind) Take();
        else Fail(ODataProblem.Expected(what, Current.Position, text));
    }

    private Literal Fail(ODataProblem found)
    {
        problem ??= found;
        return new Literal(LiteralKind.Null, Newtonsoft.Json.Linq.JValue.CreateNull(), found.Position);
    }
}
