namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>CustomerHiearchies</c> (so spelt on the wire), with its nodes when expanded.</summary>
internal sealed record HierarchyRow
{
    public string CustomerHierarchyId { get; init; } = "";

    public string? Name { get; init; }

    public string? OrganizationPartyNumber { get; init; }

    public IReadOnlyList<HierarchyNodeRow>? CustomerHierarchyNode { get; init; }
}
