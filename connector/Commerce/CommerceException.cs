using B2BConnector.Connector.Errors;

namespace B2BConnector.Connector.Commerce;

/// <summary>A call to Commerce that did not succeed. <see cref="UpstreamText"/> is already cut and masked.</summary>
internal sealed class CommerceException(CommerceFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(30);

    public CommerceFailure Failure { get; } = failure;

    public int? Status { get; init; }

    /// <summary>Whether something was to be written: then a refusal is about the caller's data.</summary>
    public bool IsWrite { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string? UpstreamText { get; init; }

    /// <summary>After a write whose outcome is unknown, a failed look, or a failed repetition, leaves it unknown.</summary>
    public CommerceException AsStillUnknown() =>
        new(CommerceFailure.Ambiguous, "Commerce broke off while writing, and could not be asked what came of it.", this) { IsWrite = true, RetryAfter = RetryAfter };

    public ConnectorException ToConnectorException() => Failure switch
    {
        CommerceFailure.Unavailable when Status == 429 => ConnectorErrors.CommerceThrottled(RetryAfter ?? DefaultRetryAfter),
        CommerceFailure.Unavailable => ConnectorErrors.CommerceUnavailable(RetryAfter ?? DefaultRetryAfter),
        CommerceFailure.Ambiguous => ConnectorErrors.CommerceCutOff(RetryAfter ?? DefaultRetryAfter),
        CommerceFailure.Changed => ConnectorErrors.CommerceKeepsChanging(),
        CommerceFailure.SignIn => ConnectorErrors.CommerceSignIn(),
        CommerceFailure.Refused when IsWrite => ConnectorErrors.CommerceRefused(UpstreamText ?? "No reason given."),
        CommerceFailure.Refused => ConnectorErrors.CommerceQuestionRefused(UpstreamText ?? "No reason given."),
        _ => ConnectorErrors.CommerceError(Message),
    };
}
