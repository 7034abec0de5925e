namespace B2BConnector.OData.Expressions;

internal static class LiteralReader
{
    /// <summary>The constant a token stands for, or null when it is none.</summary>
    public static Literal? From(Token token) => token.Kind switch
    {
        TokenKind.Null => new(LiteralKind.Null, token.Value!, token.Position),
        TokenKind.String => new(LiteralKind.String, token.Value!, token.Position),
        TokenKind.Number => new(LiteralKind.Number, token.Value!, token.Position),
        TokenKind.Boolean => new(LiteralKind.Boolean, token.Value!, token.Position),
        TokenKind.Guid => new(LiteralKind.Guid, token.Value!, token.Position),
        TokenKind.DateTime => new(LiteralKind.DateTime, token.Value!, token.Position),
        TokenKind.Enum => new(LiteralKind.Enum, token.Value!, token.Position, token.Text),
        _ => null,
    };
}
