using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>Answer of ReleaseApprovals.</summary>
internal sealed record ReleaseAnswer
{
    [Field("Legal Entity", "Code of the legal entity in Commerce, in lower case.")]
    public string? LegalEntity { get; init; }

    [Field("Was On Hold", "Says whether approvals were on hold before the call.")]
    public bool WasOnHold { get; init; }
}
