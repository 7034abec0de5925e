namespace B2BConnector.Connector.Errors;

/// <summary>An answer other than success, made in <see cref="ConnectorErrors"/> only.</summary>
internal sealed class ConnectorException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public string? Target { get; init; }

    public IReadOnlyList<ErrorDetail>? Details { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public ErrorBody Body => new(new ErrorContent(Code, Message, Target, Details));
}
