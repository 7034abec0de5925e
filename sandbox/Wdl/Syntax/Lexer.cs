using System.Text;

namespace B2BConnector.Wdl.Syntax;

/// <summary>Cuts the expression between two positions of a string into tokens. Spans count from the start of the whole string.</summary>
internal sealed class Lexer(string text, int start, int end)
{
    private int _position = start;

    public Token Next()
    {
        while (_position < end && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }
        if (_position >= end)
        {
            return new(TokenKind.EndOfData, "", new(end, 0));
        }
        return text[_position] switch
        {
            '.' => Single(TokenKind.Dot),
            ',' => Single(TokenKind.Comma),
            '(' => Single(TokenKind.LeftParenthesis),
            ')' => Single(TokenKind.RightParenthesis),
            '[' => Single(TokenKind.LeftSquareBracket),
            ']' => Single(TokenKind.RightSquareBracket),
            '?' => Single(TokenKind.QuestionMark),
            '\'' => StringLiteral(),
            '"' => throw new SyntaxException("Text stands in double quotes", new(_position, 1), "Put text in single quotes; write a quote inside it twice: 'it''s'."),
            '{' or '}' or '@' => throw new SyntaxException($"The character '{text[_position]}' is not expected here", new(_position, 1), "Inside an expression only functions, text in single quotes, numbers, true, false and null are allowed."),
            '+' or '-' or (>= '0' and <= '9') => Number(),
            _ => Identifier(),
        };
    }

    private Token Single(TokenKind kind)
    {
        var span = new TextSpan(_position, 1);
        _position++;
        return new(kind, text.Substring(span.Start, 1), span);
    }

    private Token StringLiteral()
    {
        var first = _position++;
        var value = new StringBuilder();
        while (_position < end)
        {
            var c = text[_position++];
            if (c != '\'')
            {
                value.Append(c);
            }
            else if (_position < end && text[_position] == '\'')
            {
                value.Append('\'');
                _position++;
            }
            else
            {
                return new(TokenKind.StringLiteral, value.ToString(), TextSpan.FromBounds(first, _position));
            }
        }
        throw new SyntaxException("The text is not terminated", TextSpan.FromBounds(first, end), "Close it with a single quote.");
    }

    private Token Number()
    {
        var first = _position;
        var kind = TokenKind.Integer;
        _position++;
        Digits();
        if (_position < end && text[_position] == '.')
        {
            kind = TokenKind.Float;
            _position++;
            Digits();
        }
        if (_position < end && (text[_position] is 'e' or 'E'))
        {
            kind = TokenKind.Float;
            _position++;
            if (_position < end && (text[_position] is '+' or '-'))
            {
                _position++;
            }
            Digits();
        }
        var badTail = _position;
        while (_position < end && IsIdentifierPart(text[_position]))
        {
            _position++;
        }
        var span = TextSpan.FromBounds(first, _position);
        var source = text.Substring(span.Start, span.Length);
        return badTail == _position && source.Any(char.IsAsciiDigit) && source[^1] is not ('e' or 'E' or '+' or '-')
            ? new(kind, source, span)
            : throw new SyntaxException($"'{source}' is not a number", span, "Numbers look like 12, -3, 1.5 or 1e6.");
    }

    private void Digits()
    {
        while (_position < end && char.IsAsciiDigit(text[_position]))
        {
            _position++;
        }
    }

    private Token Identifier()
    {
        var first = _position;
        while (_position < end && IsIdentifierPart(text[_position]))
        {
            _position++;
        }
        var span = TextSpan.FromBounds(first, _position);
        return new(TokenKind.Identifier, text.Substring(span.Start, span.Length), span);
    }

    private static bool IsIdentifierPart(char c) => !char.IsWhiteSpace(c) && c is not ('.' or ',' or '(' or ')' or '{' or '}' or '@' or '[' or ']' or '?' or '\'' or '"');
}
