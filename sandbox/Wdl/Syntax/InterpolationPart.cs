namespace B2BConnector.Wdl.Syntax;

/// <summary>A piece of a string: plain text (escapes decoded), or "@{…}" with the span of the whole piece.</summary>
internal sealed record InterpolationPart(string? Text, TextSpan Span, bool Terminated = true);
