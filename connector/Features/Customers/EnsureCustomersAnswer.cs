using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>Answer of EnsureCustomers.</summary>
internal sealed record EnsureCustomersAnswer
{
    [Field("Organization", "The customer of type organization.")]
    public OrganizationCustomer? Organization { get; init; }

    [Field("Person", "The buyer in Commerce.")]
    public BuyerCustomer? Person { get; init; }

    [Field("Buyer Model", "What a buyer is in this environment.")]
    public BuyerModel BuyerModel { get; init; }
}
