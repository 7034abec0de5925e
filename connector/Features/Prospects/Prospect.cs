using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>A prospect as Commerce has it now. What Commerce leaves empty is left out.</summary>
internal sealed record Prospect
{
    [Field("Legal Entity", "Code of the legal entity in Commerce, in lower case.")]
    public string? LegalEntity { get; init; }

    [Field("Prospect ID", "Number of the prospect within the legal entity.")]
    public string? ProspectId { get; init; }

    [Field("Status", "Decision on the prospect so far.")]
    public ProspectStatus Status { get; init; }

    [Field("Is B2B", "Says whether this is a prospect of the type B2B prospect.")]
    public bool IsB2B { get; init; }

    [Field("Requester Name", "Full name of the person who asked.")]
    public string? RequesterName { get; init; }

    [Field("First Name", "First name of the requester, when Commerce keeps the name in parts.")]
    public string? FirstName { get; init; }

    [Field("Last Name", "Last name of the requester, when Commerce keeps the name in parts.")]
    public string? LastName { get; init; }

    [Field("Email", "E-mail address of the requester, with which the person will sign in.")]
    public string? Email { get; init; }

    [Field("Phone", "Telephone number of the requester.")]
    public string? Phone { get; init; }

    [Field("Phone Extension", "Extension of the telephone number.")]
    public string? PhoneExtension { get; init; }

    [Field("Website", "Website of the company.")]
    public string? Website { get; init; }

    [Field("Company Name", "Name of the company that wants to become a partner.")]
    public string? CompanyName { get; init; }

    [Field("Company Size", "Number of people who work for the company.")]
    public int? CompanySize { get; init; }

    [Field("Registration Number", "Number of the company in the register of companies.")]
    public string? RegistrationNumber { get; init; }

    [Field("Department", "Department of the requester.")]
    public string? Department { get; init; }

    [Field("Address", "Business address of the company.")]
    public Address? Address { get; init; }

    [Field("Comments", "What the requester wrote to go with the request.")]
    public string? Comments { get; init; }

    [Field("Language", "Language of the request, for example en-US.")]
    public string? Language { get; init; }

    [Field("Currency", "Currency code, for example USD.")]
    public string? Currency { get; init; }

    [Field("Customer Group", "Customer group that Commerce will use.")]
    public string? CustomerGroup { get; init; }

    [Field("Channel", "Party number of the operating unit behind the online channel.")]
    public string? Channel { get; init; }

    [Field("Party Number", "Number of the prospect in the global address book.")]
    public string? PartyNumber { get; init; }

    [Field("Credit Limit", "Credit limit that the prospect carries, in its currency.")]
    public decimal? CreditLimit { get; init; }

    [Field("Hierarchy", "Customer hierarchy of the partner, after an approval.")]
    public HierarchySummary? Hierarchy { get; init; }
}
