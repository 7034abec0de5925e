using B2BConnector.Connector.Commerce.Rows;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>A business partner as read: its organization and the hierarchy of its users.</summary>
internal sealed record Partner(PartnerKey Key, CustomerRow Organization, HierarchyRow Hierarchy)
{
    public string HierarchyId => Hierarchy.CustomerHierarchyId;

    public IEnumerable<HierarchyNodeRow> Members => Hierarchy.CustomerHierarchyNode?.Where(node => node.IsPresent) ?? [];

    public HierarchyNodeRow? Member(string partyNumber) => Members.FirstOrDefault(node => string.Equals(node.NodePartyNumber, partyNumber, StringComparison.OrdinalIgnoreCase));
}
