using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>Body of RejectProspect; the body itself may be absent.</summary>
internal sealed record RejectRequest
{
    [Field("Reason", "Why the prospect is rejected; kept by the connector, not sent to the partner.", Longest = 1000)]
    public string? Reason { get; init; }
}
