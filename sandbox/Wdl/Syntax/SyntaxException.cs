namespace B2BConnector.Wdl.Syntax;

/// <summary>Ends the parsing of one expression; the template compiler turns it into a <see cref="Problem"/> and goes on with the next one.</summary>
internal sealed class SyntaxException(string message, TextSpan span, string? remedy = null) : Exception(message)
{
    public TextSpan Span { get; } = span;

    public string? Remedy { get; } = remedy;
}
