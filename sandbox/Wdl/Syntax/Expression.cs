using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Syntax;

/// <summary>A node of a compiled template. Immutable and shared by all runs.</summary>
internal abstract record Expression;

/// <summary>A constant: a literal of the language, or JSON without expressions in it.</summary>
internal sealed record LiteralExpression(JToken Value) : Expression
{
    public string? Text => Value.Type == JTokenType.String ? (string?)Value : null;
}

/// <summary>A call with its property selectors. Only calls can be dereferenced, so the selectors belong to them.</summary>
internal sealed record CallExpression(
    string Name,
    IReadOnlyList<Expression> Arguments,
    IReadOnlyList<Selector> Selectors,
    TextSpan Span,
    string Source) : Expression
{
    public Functions.Function? Function { get; init; }
}

/// <summary>One property selector: ".name", "?.name", "[expression]" or "?[expression]".</summary>
internal sealed record Selector(Expression Key, bool Optional);

/// <summary>Text with expressions in it. The result is always a string.</summary>
internal sealed record InterpolationExpression(IReadOnlyList<Expression> Parts) : Expression;

/// <summary>A JSON object with expressions in its names or values.</summary>
internal sealed record ObjectExpression(IReadOnlyList<(Expression Name, Expression Value)> Members) : Expression;

/// <summary>A JSON array with expressions in it.</summary>
internal sealed record ArrayExpression(IReadOnlyList<Expression> Items) : Expression;
