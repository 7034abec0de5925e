using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>Body of UpdateProspect: what is not sent stays as it is, an empty text empties a field.</summary>
internal sealed record UpdateProspectRequest
{
    [Field("Email", "New e-mail address of the requester, with which the person will sign in.")]
    public string? Email { get; init; }

    [Field("Phone", "New telephone number of the requester; an empty text removes it.")]
    public string? Phone { get; init; }

    [Field("Phone Extension", "New extension of the telephone number; an empty text removes it.")]
    public string? PhoneExtension { get; init; }

    [Field("Company Name", "New name of the company, which the customer hierarchy will have.")]
    public string? CompanyName { get; init; }

    [Field("Company Size", "New number of people who work for the company.")]
    public int? CompanySize { get; init; }

    [Field("Registration Number", "New number in the register of companies; an empty text removes it.")]
    public string? RegistrationNumber { get; init; }

    [Field("Department", "New department of the requester; an empty text removes it.")]
    public string? Department { get; init; }

    [Field("Website", "New website of the company; an empty text removes it.")]
    public string? Website { get; init; }

    [Field("Comments", "New comments on the request; an empty text removes them.")]
    public string? Comments { get; init; }

    [Field("Language", "New language of the request, for example en-US.")]
    public string? Language { get; init; }

    [Field("Currency", "New currency code, for example USD.")]
    public string? Currency { get; init; }

    [Field("Customer Group", "New customer group of the future customers.", Choices = nameof(ListCustomerGroups), ChoicesNeed = "legalEntity")]
    public string? CustomerGroup { get; init; }

    [Field("Address", "New parts of the business address; parts that are not sent stay.")]
    public Address? Address { get; init; }

    /// <summary>Reports everything that is wrong.</summary>
    internal void Check(Errors.RequestProblems problems)
    {
        problems.Require(this with { Address = null } != new UpdateProspectRequest() || Address?.IsEmpty() == false, "body", "Send at least one thing to change.");
        foreach (var (name, value, longest) in new[]
        {
            ("phone", Phone, 255), ("phoneExtension", PhoneExtension, 10), ("registrationNumber", RegistrationNumber, 40), ("department", Department, 60), ("website", Website, 255), ("comments", Comments, 2000),
            ("address.street", Address?.Street, 250), ("address.streetNumber", Address?.StreetNumber, 20), ("address.city", Address?.City, 60), ("address.county", Address?.County, 10), ("address.state", Address?.State, 10),
            ("address.zipCode", Address?.ZipCode, 10), ("address.postBox", Address?.PostBox, 20), ("address.description", Address?.Description, 60),
        })
        {
            problems.AllowText(value, name, longest);
        }

        foreach (var (name, value, longest) in new[] { ("companyName", CompanyName, 100), ("language", Language, 7), ("currency", Currency, 3), ("customerGroup", CustomerGroup, 10) }.Where(text => text.Item2 is not null))
        {
            problems.RequireText(value, name, longest);
        }

        if (Email is not null)
        {
            problems.RequireEmail(Email, "email");
        }

        problems.Require(CompanySize is null or >= 0, "companySize", "companySize must not be negative.");
        problems.Require(Address?.Country is null or { Length: 0 or 3 }, "address.country", "address.country must be a country code of three letters.");
    }
}
