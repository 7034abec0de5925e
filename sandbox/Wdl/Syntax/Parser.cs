using System.Globalization;
using B2BConnector.Wdl.Functions;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Syntax;

/// <summary>
/// Recursive descent over one expression: literal, or call with selectors. The language has no operators.
/// Throws <see cref="SyntaxException"/> at the first error of the expression.
/// </summary>
internal sealed class Parser
{
    /// <summary>Calls may be nested this deep: more is a mistake, and recursion stays bounded.</summary>
    public const int MaxDepth = 100;

    private readonly string _text;
    private readonly Lexer _lexer;
    private readonly JArray _constants;
    private readonly List<Expression> _open = []; // arguments of the calls being read
    private Token _current;
    private int _previousEnd;
    private int _depth;

    private Parser(string text, int start, int end, JArray constants)
    {
        _text = text;
        _constants = constants;
        _lexer = new(text, start, end);
        _previousEnd = start;
        _current = _lexer.Next();
    }

    /// <summary>Parses the whole range as one expression.</summary>
    /// <param name="text">The string that holds it.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="constants">Becomes the parent of the literals.</param>
    public static Expression Parse(string text, int start, int end, JArray constants)
    {
        var parser = new Parser(text, start, end, constants);
        var expression = parser.ParseExpression();
        parser.Expect(TokenKind.EndOfData);
        return expression;
    }

    private Expression ParseExpression()
    {
        var token = _current;
        switch (token.Kind)
        {
            case TokenKind.StringLiteral:
                Take();
                return Literal(new JValue(token.Literal));
            case TokenKind.Integer:
                Take();
                return long.TryParse(Source(token), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
                    ? Literal(new JValue(integer))
                    : throw new SyntaxException($"The number {Source(token)} does not fit into 64 bits", token.Span, "Write it as text, or with a decimal point.");
            case TokenKind.Float:
                Take();
                return Literal(new JValue(double.Parse(Source(token), CultureInfo.InvariantCulture)));
            case TokenKind.Identifier:
                Take();
                return (Expression?)Keyword(token) ?? ParseCall(token);
            default:
                throw Unexpected(token, "a function, text in single quotes, a number, true, false or null");
        }
    }

    private LiteralExpression? Keyword(Token name)
    {
        if (_current.Kind == TokenKind.LeftParenthesis)
        {
            return null;
        }
        var word = Source(name);
        return word.Equals("true", StringComparison.OrdinalIgnoreCase) ? new(Tokens.True)
            : word.Equals("false", StringComparison.OrdinalIgnoreCase) ? new(Tokens.False)
            : word.Equals("null", StringComparison.OrdinalIgnoreCase) ? new(Tokens.Null)
            : null;
    }

    private ReadOnlySpan<char> Source(Token token) => _text.AsSpan(token.Span.Start, token.Span.Length);

    private LiteralExpression Literal(JValue value)
    {
        _constants.Add(value);
        return new(value);
    }

    private CallExpression ParseCall(Token name)
    {
        if (++_depth > MaxDepth)
        {
            throw new SyntaxException($"The expression nests more than {MaxDepth} calls", name.Span, "Split it: compute a part in a Compose action before.");
        }
        if (_current.Kind != TokenKind.LeftParenthesis)
        {
            throw new SyntaxException(
                $"'{Source(name)}' stands alone: expected token 'LeftParenthesis' and actual '{_current.Kind}'",
                name.Span,
                "Text belongs in single quotes, a function needs parentheses, and a string that only starts with '@' is written with '@@'.");
        }
        var arguments = ParseArguments();
        var selectors = ParseSelectors();
        _depth--;
        var function = FunctionRegistry.Default.Find(Source(name));
        var written = function is not null && Source(name).SequenceEqual(function.Name) ? function.Name : Source(name).ToString();
        return new(written, arguments, selectors, TextSpan.FromBounds(name.Span.Start, _previousEnd), _text, function);
    }

    private Expression[] ParseArguments()
    {
        Expect(TokenKind.LeftParenthesis);
        if (_current.Kind == TokenKind.RightParenthesis)
        {
            Take();
            return [];
        }
        var start = _open.Count;
        _open.Add(ParseExpression());
        while (_current.Kind == TokenKind.Comma)
        {
            Take();
            _open.Add(ParseExpression());
        }
        Expect(TokenKind.RightParenthesis);
        var arguments = new Expression[_open.Count - start];
        _open.CopyTo(start, arguments, 0, arguments.Length);
        _open.RemoveRange(start, arguments.Length);
        return arguments;
    }

    private Selector[] ParseSelectors()
    {
        List<Selector>? selectors = null;
        while (_current.Kind is TokenKind.Dot or TokenKind.LeftSquareBracket or TokenKind.QuestionMark)
        {
            var optional = _current.Kind == TokenKind.QuestionMark;
            if (optional)
            {
                Take();
            }
            (selectors ??= []).Add(new(ParseKey(), optional));
        }
        return selectors is null ? [] : [.. selectors];
    }

    private Expression ParseKey()
    {
        switch (_current.Kind)
        {
            case TokenKind.Dot:
                Take();
                var name = Expect(TokenKind.Identifier);
                return Literal(new JValue(Source(name).ToString()));
            case TokenKind.LeftSquareBracket:
                Take();
                var key = ParseExpression();
                Expect(TokenKind.RightSquareBracket);
                return key;
            default:
                throw Unexpected(_current, "'.name' or '[…]'");
        }
    }

    private Token Expect(TokenKind kind) => _current.Kind == kind
        ? Take()
        : throw new SyntaxException($"Expected token '{kind}' and actual '{_current.Kind}'", _current.Span, RemedyFor(kind));

    private static string? RemedyFor(TokenKind kind) => kind switch
    {
        TokenKind.RightParenthesis => "Close the parenthesis, or put a comma between two arguments.",
        TokenKind.RightSquareBracket => "Close the bracket.",
        TokenKind.EndOfData => "Only one expression may stand here, and only the result of a function can be dereferenced.",
        _ => null,
    };

    private static SyntaxException Unexpected(Token token, string expected) =>
        new($"Token '{token.Kind}' is not expected; expected is {expected}", token.Span);

    private Token Take()
    {
        var token = _current;
        _previousEnd = token.Span.End;
        _current = _lexer.Next();
        return token;
    }
}
