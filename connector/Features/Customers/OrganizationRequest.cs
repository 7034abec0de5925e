using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Prospects;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>The company that becomes a customer of type organization.</summary>
internal sealed record OrganizationRequest
{
    [Field("Company Name", "Name of the company.", Required = true, Longest = 100)]
    public string? Name { get; init; }

    [Field("Registration Number", "Number in the register of companies, which tells companies of one name apart.", Longest = 50)]
    public string? RegistrationNumber { get; init; }

    [Field("Company Phone", "Telephone number of the company.", Longest = 255)]
    public string? Phone { get; init; }

    [Field("Company Email", "E-mail address of the company.", Longest = 255, Pattern = TextForms.EmailOrNothing, PatternInWords = TextForms.EmailInWords)]
    public string? Email { get; init; }

    [Field("Company Website", "Website of the company.", Longest = 255)]
    public string? Website { get; init; }

    [Field("Company Address", "Business address of the company.")]
    public Address? Address { get; init; }
}
