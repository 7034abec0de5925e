using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>The buyer.</summary>
internal sealed record PersonRequest
{
    [Field("First Name", "First name of the buyer.", Required = true, Longest = 100)]
    public string? FirstName { get; init; }

    [Field("Last Name", "Last name of the buyer.", Required = true, Longest = 100)]
    public string? LastName { get; init; }

    [Field("Email", "E-mail address with which the buyer signs in.", Required = true, Longest = 255, Pattern = TextForms.Email, PatternInWords = TextForms.EmailInWords)]
    public string? Email { get; init; }

    [Field("Phone", "Telephone number of the buyer.", Longest = 255)]
    public string? Phone { get; init; }
}
