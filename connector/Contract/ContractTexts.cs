namespace B2BConnector.Connector.Contract;

/// <summary>What the contract says about the connector as a whole.</summary>
internal static class ContractTexts
{
    public const string Title = "B2B Prospects";
    public const string Version = "1.0";
    public const string Description = "Follow the requests of companies that want to become business partners of a commerce site, decide on them, and keep their customers in step.";

    /// <summary>A valid placeholder: the policy dynamichosturl takes the host from the connection.</summary>
    public const string Host = "b2bprospects.example.com";
    public const string ContactName = "The B2B connector authors";
    public const string ContactUrl = "https://github.com/b2b-connector/b2b-connector";
    public const string ContactEmail = "maintainers@example.com";
    public const string Website = "https://github.com/b2b-connector/b2b-connector";
    public const string PrivacyPolicy = "https://github.com/b2b-connector/b2b-connector/blob/main/SECURITY.md";
    public const string Categories = "Commerce;Sales and CRM";

    public const string DefaultAnswer = "Operation Failed.";

    public static string OfError(int status) => status switch
    {
        400 => "The request is not valid; the error lists every problem.",
        401 => "The key is missing or not known.",
        403 => "The key has not the role that the operation needs.",
        404 => "There is no such legal entity, prospect, partner, user or subscription.",
        409 => "The state in Commerce does not allow it, or another call is working on it.",
        422 => "The prospect is of another type, or its status is Unknown.",
        429 => "Too many requests. The header Retry-After says when to try again.",
        500 => "The connector failed.",
        501 => "The operation is not configured on the service.",
        502 => "Commerce refused or answered in an unexpected way.",
        503 => "Commerce or the store of this service is not available. The header Retry-After says when to try again.",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No text for this status."),
    };
}
