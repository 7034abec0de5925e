namespace B2BConnector.Wdl.Syntax;

/// <summary>One token. <paramref name="Text"/> is the decoded text of a string literal, else the source text.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, TextSpan Span);
