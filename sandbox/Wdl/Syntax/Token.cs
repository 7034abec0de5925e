namespace B2BConnector.Wdl.Syntax;

/// <summary>One token. <paramref name="Literal"/> is the decoded text of a string literal; of other tokens the span says all.</summary>
internal readonly record struct Token(TokenKind Kind, TextSpan Span, string? Literal = null);
