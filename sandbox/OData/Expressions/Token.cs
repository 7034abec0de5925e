using Newtonsoft.Json.Linq;

namespace B2BConnector.OData.Expressions;

/// <summary>One word of a filter or key. <paramref name="Value"/> holds the literal's value, <paramref name="Text"/> the source (for an enum literal: the type name).</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position, JValue? Value = null)
{
    public bool Is(string word) => Kind == TokenKind.Identifier && Text == word;
}
