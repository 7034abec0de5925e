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
            return new(TokenKind.EndOfData, new(end, 0));
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

    private Token Single(TokenKind kind) => new(kind, new(_position++, 1));

    private Token StringLiteral()
    {
        var first = _position++;
        StringBuilder? decoded = null;
        while (true)
        {
            var from = _position;
            var quote = text.AsSpan(from, end - from).IndexOf('\'');
            if (quote < 0)
            {
                throw new SyntaxException("The text is not terminated", TextSpan.FromBounds(first, end), "Close it with a single quote.");
            }
            _position = from + quote + 1;
            var isDoubled = _position < end && text[_position] == '\'';
            if (!isDoubled)
            {
                var literal = decoded is null ? text.Substring(from, quote) : decoded.Append(text, from, quote).ToString();
                return new(TokenKind.StringLiteral, TextSpan.FromBounds(first, _position), literal);
            }
            decoded = (decoded ?? new()).Append(text, from, quote + 1);
            _position++;
        }
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
        var source = text.AsSpan(span.Start, span.Length);
        return badTail == _position && source.ContainsAnyInRange('0', '9') && source[^1] is not ('e' or 'E' or '+' or '-')
            ? new(kind, span)
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
        return new(TokenKind.Identifier, TextSpan.FromBounds(first, _position));
    }

    private static bool IsIdentifierPart(char c) => !char.IsWhiteSpace(c) && c is not ('.' or ',' or '(' or ')' or '{' or '}' or '@' or '[' or ']' or '?' or '\'' or '"');
}
