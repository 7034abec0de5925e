using B2BConnector.Wdl.Values;

namespace B2BConnector.Wdl.Syntax;

/// <summary>One property selector: ".name", "?.name", "[expression]" or "?[expression]".</summary>
internal sealed class Selector(Expression key, bool optional)
{
    public Expression Key { get; } = key;

    /// <summary>The key if it is a string literal.</summary>
    public MemberName? Name { get; } = key is LiteralExpression { Text: { } text } ? new(text) : null;

    public bool Optional { get; } = optional;
}
