using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Choices;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>Body of SubmitOnboardingRequest: the form of the site.</summary>
internal sealed record OnboardingRequest
{
    [Field("Legal Entity", "Code of the legal entity in Commerce; may be left out when the channel is named.", Choices = nameof(ListLegalEntities))]
    public string? LegalEntity { get; init; }

    [Field("Channel ID", "Number of the online channel; may be left out when the legal entity has one B2B channel.", Choices = nameof(ListChannels))]
    public string? Channel { get; init; }

    [Field("First Name", "First name of the requester.", Required = true)]
    public string? FirstName { get; init; }

    [Field("Last Name", "Last name of the requester.", Required = true)]
    public string? LastName { get; init; }

    [Field("Email", "E-mail address of the requester, with which the person will sign in.", Required = true)]
    public string? Email { get; init; }

    [Field("Phone", "Telephone number: digits, spaces and the signs + - ( ) only.")]
    public string? Phone { get; init; }

    [Field("Phone Extension", "Extension of the telephone number.")]
    public string? PhoneExtension { get; init; }

    [Field("Company Name", "Name of the company that wants to become a partner.", Required = true)]
    public string? CompanyName { get; init; }

    [Field("Company Size", "Number of people who work for the company.")]
    public int? CompanySize { get; init; }

    [Field("Department", "Department of the requester.")]
    public string? Department { get; init; }

    [Field("Website", "Website of the company.")]
    public string? Website { get; init; }

    [Field("Language", "Language of the request, for example en-US.")]
    public string? Language { get; init; }

    [Field("Comments", "What the requester writes to go with the request.")]
    public string? Comments { get; init; }

    [Field("Address", "Business address of the company.")]
    public OnboardingAddress? Address { get; init; }

    /// <summary>Reports everything that is wrong.</summary>
    internal void Check(Errors.RequestProblems problems)
    {
        problems.Require(!string.IsNullOrEmpty(LegalEntity) || !string.IsNullOrEmpty(Channel), "legalEntity", "Name the legal entity, the channel, or both.");
        problems.AllowText(Channel, "channel", 20);
        problems.RequireText(FirstName, "firstName", 100);
        problems.RequireText(LastName, "lastName", 100);
        foreach (var (name, value) in new[] { ("firstName", FirstName), ("lastName", LastName), ("companyName", CompanyName) })
        {
            problems.Require(value is null || value.AsSpan().IndexOfAny('<', '>') < 0, name, $"{name} must not hold the signs < and >.");
        }

        problems.RequireEmail(Email, "email");
        problems.AllowText(Phone, "phone", 255);
        problems.Require(Phone is null || Phone.All(sign => char.IsAsciiDigit(sign) || " +-()".Contains(sign)), "phone", "phone may hold digits, spaces and + - ( ) only.");
        problems.AllowText(PhoneExtension, "phoneExtension", 10);
        problems.RequireText(CompanyName, "companyName", 100);
        problems.Require(CompanySize is null or >= 0, "companySize", "companySize must not be negative.");
        problems.AllowText(Department, "department", 60);
        problems.AllowText(Website, "website", 255);
        problems.AllowText(Language, "language", 10);
        problems.AllowText(Comments, "comments", 2000);
        problems.AllowText(Address?.Street, "address.street", 250);
        problems.AllowText(Address?.StreetNumber, "address.streetNumber", 20);
        problems.AllowText(Address?.City, "address.city", 60);
        problems.AllowText(Address?.ZipCode, "address.zipCode", 10);
        problems.Require(Address?.Latitude is null or (>= -90 and <= 90), "address.latitude", "address.latitude must be from -90 to 90.");
        problems.Require(Address?.Longitude is null or (>= -180 and <= 180), "address.longitude", "address.longitude must be from -180 to 180.");
        problems.Require(Address?.Country is null or { Length: 3 }, "address.country", "address.country must be a country code of three letters.");
    }
}
