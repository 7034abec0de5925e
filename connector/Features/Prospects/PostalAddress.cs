using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>A postal address as callers send it, within the lengths that Commerce takes; every part may be absent.</summary>
internal abstract record PostalAddress
{
    [Field("Street", "Street without number, if the number is known apart.", Longest = 250)]
    public string? Street { get; init; }

    [Field("Street Number", "House number.", Longest = 20)]
    public string? StreetNumber { get; init; }

    [Field("City", "City or town.", Longest = 60)]
    public string? City { get; init; }

    [Field("County", "County or district.", Longest = 10)]
    public string? County { get; init; }

    [Field("State", "State or province code.", Longest = 10)]
    public string? State { get; init; }

    [Field("Zip Code", "Postal code.", Longest = 10)]
    public string? ZipCode { get; init; }

    [Field("Post Box", "Post office box.", Longest = 20)]
    public string? PostBox { get; init; }

    [Field("Country", "Country code of three letters, for example NLD.", Longest = 3, Pattern = TextForms.CountryOrNothing, PatternInWords = TextForms.CountryInWords)]
    public string? Country { get; init; }
}
