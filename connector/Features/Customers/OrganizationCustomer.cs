using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>The company in Commerce.</summary>
internal sealed record OrganizationCustomer
{
    [Field("Customer Account", "Number of the customer in Commerce.")]
    public string? CustomerAccount { get; init; }

    [Field("Party Number", "Number in the global address book.")]
    public string? PartyNumber { get; init; }

    [Field("Outcome", "How the customer came to be there.")]
    public CustomerOutcome Outcome { get; init; }
}
