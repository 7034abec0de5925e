using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Customers;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Body of UpdatePartnerUser: what is not sent stays as it is.</summary>
internal sealed record UpdatePartnerUserRequest
{
    [Field("First Name", "New first name.")]
    public string? FirstName { get; init; }

    [Field("Last Name", "New last name.")]
    public string? LastName { get; init; }

    [Field("Email", "New e-mail address, with which the user then signs in.")]
    public string? Email { get; init; }

    [Field("Phone", "New telephone number; an empty text removes it.")]
    public string? Phone { get; init; }

    [Field("Role", "New role in the hierarchy.")]
    public PartnerUserRole? Role { get; init; }

    [Field("Is Enabled", "Enables or disables the user, where buyers are contacts.")]
    public bool? IsEnabled { get; init; }

    internal BuyerChanges Changes => new()
    {
        FirstName = FirstName?.Trim(),
        LastName = LastName?.Trim(),
        Email = Email is null ? null : CustomerFinder.Normal(Email),
        Phone = Phone?.Trim(),
        IsEnabled = IsEnabled,
    };

    internal void Check(Errors.RequestProblems problems, bool canBeDisabled)
    {
        problems.Require(this != new UpdatePartnerUserRequest(), "body", "Send at least one thing to change.");
        foreach (var (name, value) in new[] { ("firstName", FirstName), ("lastName", LastName) })
        {
            problems.Require(value is null || !string.IsNullOrWhiteSpace(value), name, $"{name} must not be empty.");
            problems.AllowText(value, name, 100);
        }

        if (Email is not null)
        {
            problems.RequireEmail(Email, "email");
        }

        problems.AllowText(Phone, "phone", 255);
        problems.Require(IsEnabled is null || canBeDisabled, "isEnabled", "isEnabled is for environments where buyers are contacts (Customers:BuyerModel). Remove the user from the partner instead.");
    }
}
