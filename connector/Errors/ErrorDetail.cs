namespace B2BConnector.Connector.Errors;

/// <summary>One of several problems behind an error, or one of several things it is about.</summary>
internal sealed record ErrorDetail(string Code, string Message, string? Target = null);
