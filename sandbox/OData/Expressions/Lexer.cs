using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.OData.Expressions;

/// <summary>Splits a filter or key text into tokens, the whole text at once; the first bad character is the problem.</summary>
internal static partial class Lexer
{
    public static ODataResult<List<Token>> Read(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length)
            {
                tokens.Add(new Token(TokenKind.End, "", at));
                return tokens;
            }
            var (token, length, problem) = Next(text, at);
            if (problem is not null) return problem;
            tokens.Add(token);
            at += length;
        }
    }

    private static (Token Token, int Length, ODataProblem? Problem) Next(string text, int at) => text[at] switch
    {
        '\'' => Quoted(text, at, at, ""),
        '(' => (new(TokenKind.Open, "(", at), 1, null),
        ')' => (new(TokenKind.Close, ")", at), 1, null),
        ',' => (new(TokenKind.Comma, ",", at), 1, null),
        '/' => (new(TokenKind.Slash, "/", at), 1, null),
        ':' => (new(TokenKind.Colon, ":", at), 1, null),
        '=' => (new(TokenKind.Equals, "=", at), 1, null),
        _ => Word(text, at),
    };

    private static (Token, int, ODataProblem?) Word(string text, int at)
    {
        if (GuidText().Match(text, at) is { Success: true } guid)
            return (new(TokenKind.Guid, guid.Value, at, new JValue(guid.Value.ToLowerInvariant())), guid.Length, null);
        if (DateText().Match(text, at) is { Success: true } date)
            return (new(TokenKind.DateTime, date.Value, at, new JValue(date.Value)), date.Length, null);
        if (NumberText().Match(text, at) is { Success: true } number)
            return (new(TokenKind.Number, number.Value, at, Number(number.Value)), number.Length, null);
        if (IdentifierText().Match(text, at) is not { Success: true } word)
            return (default, 0, new ODataProblem($"Syntax error: character '{text[at]}' is not valid at position {at} in '{text}'.", at, text));
        var end = at + word.Length;
        // Ns.Type'Symbol' is an enum literal; guid'..' and datetime'..' of OData 3 are refused like any unknown type.
        if (end < text.Length && text[end] == '\'' && word.Value.Contains('.'))
            return Quoted(text, at, end, word.Value);
        Token token = word.Value switch
        {
            "true" or "false" => new(TokenKind.Boolean, word.Value, at, new JValue(word.Value == "true")),
            "null" => new(TokenKind.Null, word.Value, at, JValue.CreateNull()),
            _ => new(TokenKind.Identifier, word.Value, at),
        };
        return (token, word.Length, null);
    }

    private static (Token, int, ODataProblem?) Quoted(string text, int start, int quote, string enumType)
    {
        for (var at = quote + 1; at < text.Length; at++)
        {
            if (text[at] != '\'') continue;
            if (at + 1 < text.Length && text[at + 1] == '\'') { at++; continue; }
            var value = text[(quote + 1)..at].Replace("''", "'", StringComparison.Ordinal);
            var kind = enumType.Length > 0 ? TokenKind.Enum : TokenKind.String;
            var source = enumType.Length > 0 ? enumType : value;
            return (new(kind, source, start, new JValue(value)), at + 1 - start, null);
        }
        return (default, 0, new ODataProblem($"There is an unterminated string literal at position {text.Length} in '{text}'.", text.Length, text));
    }

    private static JValue Number(string text)
    {
        var digits = text.TrimEnd('M', 'm', 'L', 'l', 'D', 'd', 'F', 'f');
        if (long.TryParse(digits, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole)) return new JValue(whole);
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? new JValue(exact)
            : new JValue(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\G[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![0-9a-zA-Z-])")]
    private static partial Regex GuidText();

    [GeneratedRegex(@"\G[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?(?![0-9a-zA-Z-])")]
    private static partial Regex DateText();

    [GeneratedRegex(@"\G-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?[MmLlDdFf]?(?![0-9a-zA-Z_])")]
    private static partial Regex NumberText();

    [GeneratedRegex(@"\G[\p{L}_@$][\p{L}\p{Nd}_@]*(\.[\p{L}_][\p{L}\p{Nd}_]*)*")]
    private static partial Regex IdentifierText();
}
