using System.Globalization;
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
    private Token _current;
    private int _previousEnd;
    private int _depth;

    private Parser(string text, int start, int end)
    {
        _text = text;
        _lexer = new(text, start, end);
        _previousEnd = start;
        _current = _lexer.Next();
    }

    /// <summary>Parses the whole range as one expression.</summary>
    public static Expression Parse(string text, int start, int end)
    {
        var parser = new Parser(text, start, end);
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
                return new LiteralExpression(new JValue(token.Text));
            case TokenKind.Integer:
                Take();
                return long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
                    ? new LiteralExpression(new JValue(integer))
                    : throw new SyntaxException($"The number {token.Text} does not fit into 64 bits", token.Span, "Write it as text, or with a decimal point.");
            case TokenKind.Float:
                Take();
                return new LiteralExpression(new JValue(double.Parse(token.Text, CultureInfo.InvariantCulture)));
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
        return name.Text.ToUpperInvariant() switch
        {
            "TRUE" => new(new JValue(true)),
            "FALSE" => new(new JValue(false)),
            "NULL" => new(JValue.CreateNull()),
            _ => null,
        };
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
                $"'{name.Text}' stands alone: expected token 'LeftParenthesis' and actual '{_current.Kind}'",
                name.Span,
                "Text belongs in single quotes, a function needs parentheses, and a string that only starts with '@' is written with '@@'.");
        }
        var arguments = ParseArguments();
        var selectors = ParseSelectors();
        _depth--;
        var span = TextSpan.FromBounds(name.Span.Start, _previousEnd);
        return new(name.Text, arguments, selectors, span, _text.Substring(span.Start, span.Length));
    }

    private List<Expression> ParseArguments()
    {
        var arguments = new List<Expression>();
        Expect(TokenKind.LeftParenthesis);
        if (_current.Kind != TokenKind.RightParenthesis)
        {
            arguments.Add(ParseExpression());
            while (_current.Kind == TokenKind.Comma)
            {
                Take();
                arguments.Add(ParseExpression());
            }
        }
        Expect(TokenKind.RightParenthesis);
        return arguments;
    }

    private List<Selector> ParseSelectors()
    {
        var selectors = new List<Selector>();
        while (_current.Kind is TokenKind.Dot or TokenKind.LeftSquareBracket or TokenKind.QuestionMark)
        {
            var optional = _current.Kind == TokenKind.QuestionMark;
            if (optional)
            {
                Take();
            }
            selectors.Add(new(ParseKey(), optional));
        }
        return selectors;
    }

    private Expression ParseKey()
    {
        switch (_current.Kind)
        {
            case TokenKind.Dot:
                Take();
                var name = Expect(TokenKind.Identifier);
                return new LiteralExpression(new JValue(name.Text));
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
