using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Features.Prospects;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>The address of the form.</summary>
internal sealed record OnboardingAddress : PostalAddress
{
    [Field("Latitude", "Latitude in degrees.", Visibility = Visibility.Advanced, Least = -90, Most = 90)]
    public double? Latitude { get; init; }

    [Field("Longitude", "Longitude in degrees.", Visibility = Visibility.Advanced, Least = -180, Most = 180)]
    public double? Longitude { get; init; }
}
