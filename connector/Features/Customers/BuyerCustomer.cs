using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>The buyer in Commerce: a customer of type person, or a contact.</summary>
internal sealed record BuyerCustomer
{
    [Field("Customer Account", "Number of the customer in Commerce, when a buyer is a customer.")]
    public string? CustomerAccount { get; init; }

    [Field("Contact Person ID", "Number of the contact in Commerce, when a buyer is a contact.")]
    public string? ContactPersonId { get; init; }

    [Field("Party Number", "Number in the global address book.")]
    public string? PartyNumber { get; init; }

    [Field("Outcome", "How the buyer came to be there.")]
    public CustomerOutcome Outcome { get; init; }
}
