namespace B2BConnector.Wdl.Syntax;

/// <summary>Kinds of tokens; the names are the ones the platform shows in its parse errors.</summary>
internal enum TokenKind
{
    Identifier,
    StringLiteral,
    Integer,
    Float,
    Dot,
    Comma,
    LeftParenthesis,
    RightParenthesis,
    LeftSquareBracket,
    RightSquareBracket,
    QuestionMark,
    EndOfData,
}
