using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Choices;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>Body of UpdateProspect: what is not sent stays as it is, an empty text empties a field.</summary>
internal sealed record UpdateProspectRequest
{
    [Field("Email", "New e-mail address of the requester, with which the person will sign in.", Longest = 255, IsFilled = true, Pattern = TextForms.Email, PatternInWords = TextForms.EmailInWords)]
    public string? Email { get; init; }

    [Field("Phone", "New telephone number of the requester; an empty text removes it.", Longest = 255)]
    public string? Phone { get; init; }

    [Field("Phone Extension", "New extension of the telephone number; an empty text removes it.", Longest = 10)]
    public string? PhoneExtension { get; init; }

    [Field("Company Name", "New name of the company, which the customer hierarchy will have.", Longest = 100, IsFilled = true)]
    public string? CompanyName { get; init; }

    [Field("Company Size", "New number of people who work for the company.", Least = 0)]
    public int? CompanySize { get; init; }

    [Field("Registration Number", "New number in the register of companies; an empty text removes it.", Longest = 40)]
    public string? RegistrationNumber { get; init; }

    [Field("Department", "New department of the requester; an empty text removes it.", Longest = 60)]
    public string? Department { get; init; }

    [Field("Website", "New website of the company; an empty text removes it.", Longest = 255)]
    public string? Website { get; init; }

    [Field("Comments", "New comments on the request; an empty text removes them.", Longest = 2000)]
    public string? Comments { get; init; }

    [Field("Language", "New language of the request, for example en-US.", Longest = 7, IsFilled = true)]
    public string? Language { get; init; }

    [Field("Currency", "New currency code, for example USD.", Longest = 3, IsFilled = true)]
    public string? Currency { get; init; }

    [Field("Customer Group", "New customer group of the future customers.", Choices = nameof(ListCustomerGroups), ChoicesNeed = "legalEntity", Longest = 10, IsFilled = true)]
    public string? CustomerGroup { get; init; }

    [Field("Address", "New parts of the business address; parts that are not sent stay.")]
    public AddressRequest? Address { get; init; }

    /// <summary>Reports everything that is wrong.</summary>
    internal void Check(RequestProblems problems)
    {
        problems.Require(this with { Address = null } != new UpdateProspectRequest() || Address?.IsEmpty() == false, "body", "Send at least one thing to change.");
        problems.CheckFields(this);
    }
}
