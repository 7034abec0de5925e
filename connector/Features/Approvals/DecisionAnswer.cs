using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Prospects;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>What became of a decision.</summary>
internal sealed record DecisionAnswer
{
    [Field("Legal Entity", "Code of the legal entity in Commerce, in lower case.")]
    public string? LegalEntity { get; init; }

    [Field("Prospect ID", "Number of the prospect within the legal entity.")]
    public string? ProspectId { get; init; }

    [Field("Status", "Status of the prospect after the call.")]
    public ProspectStatus Status { get; init; }

    [Field("Already Decided", "Says that the prospect had this status before and nothing was written.")]
    public bool AlreadyDecided { get; init; }

    [Field("Decided At", "When this connector saw its decision in Commerce.")]
    public DateTimeOffset? DecidedAt { get; init; }

    [Field("Hierarchy ID", "Number of the customer hierarchy, after an approval.")]
    public string? HierarchyId { get; init; }

    [Field("Administrator", "Party number of the administrator of the partner, after an approval.")]
    public string? Administrator { get; init; }
}
