using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Customers;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Body of AddPartnerUser.</summary>
internal sealed record AddPartnerUserRequest
{
    [Field("First Name", "First name of the user.", Required = true, Longest = 100)]
    public string? FirstName { get; init; }

    [Field("Last Name", "Last name of the user.", Required = true, Longest = 100)]
    public string? LastName { get; init; }

    [Field("Email", "E-mail address with which the user signs in; nobody else in the legal entity may have it.", Required = true, Longest = 255, Pattern = TextForms.Email, PatternInWords = TextForms.EmailInWords)]
    public string? Email { get; init; }

    [Field("Phone", "Telephone number of the user.", Longest = 255)]
    public string? Phone { get; init; }

    [Field("Role", "Role of the user; User when nothing is sent.")]
    public PartnerUserRole? Role { get; init; }

    internal PersonRequest Person => new() { FirstName = FirstName, LastName = LastName, Email = Email, Phone = Phone };
}
