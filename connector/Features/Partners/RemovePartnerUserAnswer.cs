using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Answer of RemovePartnerUser.</summary>
internal sealed record RemovePartnerUserAnswer
{
    [Field("Hierarchy ID", "Number of the customer hierarchy.")]
    public string? HierarchyId { get; init; }

    [Field("Party Number", "Number of the person in the global address book.")]
    public string? PartyNumber { get; init; }

    [Field("Was Member", "Says whether the person was a user of the partner before the call.")]
    public bool WasMember { get; init; }
}
