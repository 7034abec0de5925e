using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Answer of AddPartnerUser.</summary>
internal sealed record AddPartnerUserAnswer
{
    [Field("Hierarchy ID", "Number of the customer hierarchy.")]
    public string? HierarchyId { get; init; }

    [Field("User", "The user as Commerce has it now.")]
    public PartnerUser? User { get; init; }

    [Field("Outcome", "How the user came to the partner.")]
    public PartnerUserOutcome Outcome { get; init; }
}
