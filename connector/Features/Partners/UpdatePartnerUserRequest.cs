using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Customers;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Body of UpdatePartnerUser: what is not sent stays as it is.</summary>
internal sealed record UpdatePartnerUserRequest
{
    [Field("First Name", "New first name.", Longest = 100, IsFilled = true)]
    public string? FirstName { get; init; }

    [Field("Last Name", "New last name.", Longest = 100, IsFilled = true)]
    public string? LastName { get; init; }

    [Field("Email", "New e-mail address, with which the user then signs in.", Longest = 255, IsFilled = true, Pattern = TextForms.Email, PatternInWords = TextForms.EmailInWords)]
    public string? Email { get; init; }

    [Field("Phone", "New telephone number; an empty text removes it.", Longest = 255)]
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

    internal void Check(RequestProblems problems, bool canBeDisabled)
    {
        problems.Require(this != new UpdatePartnerUserRequest(), "body", "Send at least one thing to change.");
        problems.CheckFields(this);
        problems.Require(IsEnabled is null || canBeDisabled, "isEnabled", "isEnabled is for environments where buyers are contacts (Customers:BuyerModel). Remove the user from the partner instead.");
    }
}
