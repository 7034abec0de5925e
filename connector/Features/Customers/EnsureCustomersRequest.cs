using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>Body of EnsureCustomers: the account and the contact as Sales has them now.</summary>
internal sealed record EnsureCustomersRequest
{
    [Field("Organization", "The company.", Required = true)]
    public OrganizationRequest? Organization { get; init; }

    [Field("Person", "The buyer.", Required = true)]
    public PersonRequest? Person { get; init; }
}
