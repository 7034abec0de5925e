using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>The hierarchy of an approved partner.</summary>
internal sealed record HierarchySummary
{
    [Field("Hierarchy ID", "Number of the customer hierarchy.")]
    public string? HierarchyId { get; init; }

    [Field("Name", "Name of the hierarchy, at first that of the company.")]
    public string? Name { get; init; }

    [Field("Administrator Party Number", "Party number of the member with the role Admin.")]
    public string? AdministratorPartyNumber { get; init; }
}
