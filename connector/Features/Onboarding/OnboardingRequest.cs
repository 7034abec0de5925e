using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Choices;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>Body of SubmitOnboardingRequest: the form of the site.</summary>
internal sealed record OnboardingRequest
{
    [Field("Legal Entity", "Code of the legal entity in Commerce; may be left out when the channel is named.", Choices = nameof(ListLegalEntities), Longest = 10)]
    public string? LegalEntity { get; init; }

    [Field("Channel ID", "Number of the online channel; may be left out when the legal entity has one B2B channel.", Choices = nameof(ListChannels), Longest = 20)]
    public string? Channel { get; init; }

    [Field("First Name", "First name of the requester.", Required = true, Longest = 100, Pattern = TextForms.WithoutTags, PatternInWords = TextForms.WithoutTagsInWords)]
    public string? FirstName { get; init; }

    [Field("Last Name", "Last name of the requester.", Required = true, Longest = 100, Pattern = TextForms.WithoutTags, PatternInWords = TextForms.WithoutTagsInWords)]
    public string? LastName { get; init; }

    [Field("Email", "E-mail address of the requester, with which the person will sign in.", Required = true, Longest = 255, Pattern = TextForms.Email, PatternInWords = TextForms.EmailInWords)]
    public string? Email { get; init; }

    [Field("Phone", "Telephone number: digits, spaces and the signs + - ( ) only.", Longest = 255, Pattern = TextForms.Phone, PatternInWords = TextForms.PhoneInWords)]
    public string? Phone { get; init; }

    [Field("Phone Extension", "Extension of the telephone number.", Longest = 10)]
    public string? PhoneExtension { get; init; }

    [Field("Company Name", "Name of the company that wants to become a partner.", Required = true, Longest = 100, Pattern = TextForms.WithoutTags, PatternInWords = TextForms.WithoutTagsInWords)]
    public string? CompanyName { get; init; }

    [Field("Company Size", "Number of people who work for the company.", Least = 0)]
    public int? CompanySize { get; init; }

    [Field("Department", "Department of the requester.", Longest = 60)]
    public string? Department { get; init; }

    [Field("Website", "Website of the company.", Longest = 255)]
    public string? Website { get; init; }

    [Field("Language", "Language of the request, for example en-US.", Longest = 10)]
    public string? Language { get; init; }

    [Field("Comments", "What the requester writes to go with the request.", Longest = 2000)]
    public string? Comments { get; init; }

    [Field("Address", "Business address of the company.")]
    public OnboardingAddress? Address { get; init; }

    /// <summary>Reports everything that is wrong.</summary>
    internal void Check(RequestProblems problems)
    {
        problems.Require(!string.IsNullOrEmpty(LegalEntity) || !string.IsNullOrEmpty(Channel), "legalEntity", "Name the legal entity, the channel, or both.");
        problems.CheckFields(this);
    }
}
