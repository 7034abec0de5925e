namespace B2BConnector.Wdl;

/// <summary>One function call found in a template, for lint: which actions, variables, parameters and settings does it name?</summary>
/// <param name="Function">Name in the catalogue's spelling, as written when the function is unknown.</param>
/// <param name="LiteralArguments">Per argument its text if it is a string literal, else null.</param>
/// <param name="Path">JSON path of the string that holds the call.</param>
/// <param name="Span">The call including its property selectors.</param>
public sealed record FunctionCall(string Function, IReadOnlyList<string?> LiteralArguments, string Path, TextSpan Span);
