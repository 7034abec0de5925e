using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Customers;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Body of AddPartnerUser.</summary>
internal sealed record AddPartnerUserRequest
{
    [Field("First Name", "First name of the user.", Required = true)]
    public string? FirstName { get; init; }

    [Field("Last Name", "Last name of the user.", Required = true)]
    public string? LastName { get; init; }

    [Field("Email", "E-mail address with which the user signs in; nobody else in the legal entity may have it.", Required = true)]
    public string? Email { get; init; }

    [Field("Phone", "Telephone number of the user.")]
    public string? Phone { get; init; }

    [Field("Role", "Role of the user; User when nothing is sent.")]
    public PartnerUserRole? Role { get; init; }

    internal PersonRequest Person => new() { FirstName = FirstName, LastName = LastName, Email = Email, Phone = Phone };

    internal void Check(Errors.RequestProblems problems)
    {
        problems.RequireText(FirstName, "firstName", 100);
        problems.RequireText(LastName, "lastName", 100);
        problems.RequireEmail(Email, "email");
        problems.AllowText(Phone, "phone", 255);
    }
}
