using B2BConnector.Connector.Errors;

namespace B2BConnector.Connector.Commerce;

/// <summary>A call to Commerce that did not succeed. <see cref="UpstreamText"/> is already cut and masked.</summary>
internal sealed class CommerceException(CommerceFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(30);

    public CommerceFailure Failure { get; } = failure;

    public int? Status { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string? UpstreamText { get; init; }

    public ConnectorException ToConnectorException() => Failure switch
    {
        CommerceFailure.Unavailable => ConnectorErrors.CommerceUnavailable(RetryAfter ?? DefaultRetryAfter),
        CommerceFailure.Ambiguous => ConnectorErrors.CommerceUnavailable(
            RetryAfter ?? DefaultRetryAfter, "Commerce broke off while writing, so it is unknown whether the change arrived. Repeat the call: it looks before it writes."),
        CommerceFailure.Changed => ConnectorErrors.CommerceError("The record kept changing in Commerce while it was written. Try again."),
        CommerceFailure.SignIn => ConnectorErrors.CommerceError("Commerce did not accept the connector's sign-in. Check Commerce:Credential and the app's entry under Microsoft Entra applications in Commerce."),
        CommerceFailure.Refused => ConnectorErrors.CommerceError(
            "Commerce refused the request; details holds what it said.",
            [new ErrorDetail("commerce_refused", UpstreamText ?? "No reason given.")]),
        _ => ConnectorErrors.CommerceError(Message),
    };
}
