using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>The address of the form; every part may be absent.</summary>
internal sealed record OnboardingAddress
{
    [Field("Street", "Street without number, if the number is known apart.")]
    public string? Street { get; init; }

    [Field("Street Number", "House number.")]
    public string? StreetNumber { get; init; }

    [Field("City", "City or town.")]
    public string? City { get; init; }

    [Field("County", "County or district.")]
    public string? County { get; init; }

    [Field("State", "State or province code.")]
    public string? State { get; init; }

    [Field("Zip Code", "Postal code.")]
    public string? ZipCode { get; init; }

    [Field("Post Box", "Post office box.")]
    public string? PostBox { get; init; }

    [Field("Country", "Country code of three letters, for example NLD.")]
    public string? Country { get; init; }

    [Field("Latitude", "Latitude in degrees.", Visibility = Visibility.Advanced)]
    public double? Latitude { get; init; }

    [Field("Longitude", "Longitude in degrees.", Visibility = Visibility.Advanced)]
    public double? Longitude { get; init; }
}
