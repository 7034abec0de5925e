using B2BConnector.OData.Expressions;

namespace B2BConnector.OData.Keys;

/// <summary>What stands in the parentheses after a set: one unnamed value <c>(guid)</c> or named values <c>(a='x',b='y')</c>.</summary>
/// <param name="Single">The unnamed value, else null.</param>
/// <param name="Named">The named values in the order written; empty for an unnamed value.</param>
public sealed record KeyPredicate(Literal? Single, IReadOnlyList<KeyValuePair<string, Literal>> Named)
{
    /// <summary>Parses the text between the parentheses (decoded, quotes doubled).</summary>
    public static ODataResult<KeyPredicate> Parse(string text)
    {
        var read = Lexer.Read(text);
        if (!read.Ok) return read.Problem;
        var tokens = read.Value;
        if (tokens.Count == 2 && LiteralReader.From(tokens[0]) is { } single) return new KeyPredicate(single, []);
        var named = new List<KeyValuePair<string, Literal>>();
        for (var at = 0; ; at += 4)
        {
            if (tokens[at].Kind != TokenKind.Identifier) return ODataProblem.Expected("An identifier was", tokens[at].Position, text);
            if (tokens[at + 1].Kind != TokenKind.Equals) return ODataProblem.Syntax(tokens[at + 1].Position, text);
            if (LiteralReader.From(tokens[at + 2]) is not { } value) return ODataProblem.Syntax(tokens[at + 2].Position, text);
            if (named.Exists(pair => pair.Key == tokens[at].Text)) return new ODataProblem($"Duplicate key property '{tokens[at].Text}' at position {tokens[at].Position} in '{text}'.", tokens[at].Position, text);
            named.Add(new(tokens[at].Text, value));
            if (tokens[at + 3].Kind == TokenKind.End) return new KeyPredicate(null, named);
            if (tokens[at + 3].Kind != TokenKind.Comma) return ODataProblem.Syntax(tokens[at + 3].Position, text);
        }
    }
}
