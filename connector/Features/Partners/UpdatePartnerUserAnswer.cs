using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Answer of UpdatePartnerUser.</summary>
internal sealed record UpdatePartnerUserAnswer
{
    [Field("Hierarchy ID", "Number of the customer hierarchy.")]
    public string? HierarchyId { get; init; }

    [Field("User", "The user as Commerce has it now.")]
    public PartnerUser? User { get; init; }

    [Field("Changed", "Says whether anything was written.")]
    public bool Changed { get; init; }
}
