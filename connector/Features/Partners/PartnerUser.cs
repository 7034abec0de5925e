using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>A user of a business partner.</summary>
internal sealed record PartnerUser
{
    [Field("Party Number", "Number of the user in the global address book, which names the user within the partner.")]
    public string? PartyNumber { get; init; }

    [Field("Role", "Role of the user in the hierarchy.")]
    public PartnerUserRole Role { get; init; }

    [Field("State", "Says whether the user is complete and enabled in headquarters.")]
    public PartnerUserState State { get; init; }

    [Field("First Name", "First name of the user.")]
    public string? FirstName { get; init; }

    [Field("Last Name", "Last name of the user.")]
    public string? LastName { get; init; }

    [Field("Email", "E-mail address with which the user signs in.")]
    public string? Email { get; init; }

    [Field("Phone", "Telephone number of the user.")]
    public string? Phone { get; init; }

    [Field("Customer Account", "Number of the customer in Commerce, when a buyer is a customer.")]
    public string? CustomerAccount { get; init; }

    [Field("Contact Person ID", "Number of the contact in Commerce, when a buyer is a contact.")]
    public string? ContactPersonId { get; init; }
}
