namespace B2BConnector.Connector.Errors;

/// <summary>The one shape of every error: <c>{"error":{"code","message","target"?,"details"?}}</c>.</summary>
internal sealed record ErrorBody(ErrorContent Error);

/// <summary>Code for programs, sentence for people.</summary>
internal sealed record ErrorContent(string Code, string Message, string? Target, IReadOnlyList<ErrorDetail>? Details);
