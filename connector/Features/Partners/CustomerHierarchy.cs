using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Answer of GetCustomerHierarchy.</summary>
internal sealed record CustomerHierarchy
{
    [Field("Legal Entity", "Code of the legal entity in Commerce, in lower case.")]
    public string? LegalEntity { get; init; }

    [Field("Customer Account", "Account number of the organization.")]
    public string? CustomerAccount { get; init; }

    [Field("Organization Name", "Name of the organization as its customer has it.")]
    public string? OrganizationName { get; init; }

    [Field("Hierarchy ID", "Number of the customer hierarchy.")]
    public string? HierarchyId { get; init; }

    [Field("Name", "Name of the hierarchy, at first that of the company.")]
    public string? Name { get; init; }

    [Field("Channels", "Online channels the partner is restricted to; empty means all, absent that this version of Commerce cannot tell.")]
    public IReadOnlyList<string>? Channels { get; init; }

    [Field("Users", "Users of the partner, administrators first.")]
    public IReadOnlyList<PartnerUser>? Users { get; init; }
}
