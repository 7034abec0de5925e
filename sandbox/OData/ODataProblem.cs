namespace B2BConnector.OData;

/// <summary>A mistake of the caller in a query option, key or body: the sentence (texts of the Microsoft OData library where it has one) and the zero-based position in <paramref name="Text"/>.</summary>
/// <param name="Message">One sentence for people; it already names position and text.</param>
/// <param name="Position">Zero-based offset inside <paramref name="Text"/>.</param>
/// <param name="Text">The text that was parsed.</param>
public sealed record ODataProblem(string Message, int Position, string Text)
{
    internal static ODataProblem Syntax(int position, string text) =>
        new($"Syntax error at position {position} in '{text}'.", position, text);

    internal static ODataProblem Expected(string what, int position, string text) =>
        new($"{what} expected at position {position} in '{text}'.", position, text);
}
