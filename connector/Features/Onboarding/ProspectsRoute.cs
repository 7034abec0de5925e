using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Features.Customers;

namespace B2BConnector.Connector.Features.Onboarding;

/// <summary>Writes the request straight into the prospects. Assumed: Commerce accepts IsB2BProspect on insert, as dual-write does.</summary>
internal sealed class ProspectsRoute(CommerceProspects prospects) : IOnboardingRoute
{
    public OnboardingRoute Route => OnboardingRoute.Prospects;

    /// <summary>A prospect is seen as soon as it is written; this is for a write that was cut off on its way.</summary>
    public TimeSpan AppearsWithin => TimeSpan.FromSeconds(20);

    public bool RecognizesToken => false;

    public async Task<OnboardingAnswer> SubmitAsync(string legalEntity, ChannelRow channel, OnboardingRequest request, Guid? token, CancellationToken cancel) =>
        new() { LegalEntity = legalEntity, ProspectId = (await prospects.CreateAsync(Row(legalEntity, request, channel), cancel)).ProspectId };

    private static JsonObject Row(string legalEntity, OnboardingRequest request, ChannelRow channel)
    {
        var row = new JsonObject
        {
            ["dataAreaId"] = legalEntity,
            ["IsB2BProspect"] = "Yes",
            ["B2BProspectStatus"] = "Pending",
            ["ProspectName"] = $"{request.FirstName!.Trim()} {request.LastName!.Trim()}",
            ["PrimaryEmailAddress"] = CustomerFinder.Normal(request.Email!),
            ["CompanyName"] = request.CompanyName!.Trim(),
            ["CompanySize"] = request.CompanySize,
            ["PrimaryPhoneNumber"] = request.Phone,
            ["PrimaryPhoneNumberExtension"] = request.PhoneExtension,
            ["Department"] = request.Department,
            ["PrimaryURL"] = request.Website,
            ["LanguageId"] = request.Language,
            ["Note"] = request.Comments,
            ["AddressStreet"] = request.Address?.Street,
            ["AddressStreetNumber"] = request.Address?.StreetNumber,
            ["AddressCity"] = request.Address?.City,
            ["AddressCountyId"] = request.Address?.County,
            ["AddressStateId"] = request.Address?.State,
            ["AddressZipCode"] = request.Address?.ZipCode,
            ["AddressPostBox"] = request.Address?.PostBox,
            ["AddressCountryRegionId"] = request.Address?.Country,
            ["AddressLatitude"] = request.Address?.Latitude,
            ["AddressLongitude"] = request.Address?.Longitude,
            ["RetailChannelOperatingUnitPartyNumber"] = channel.OperatingUnitPartyNumber,
        };
        foreach (var name in row.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
        {
            row.Remove(name);
        }

        return row;
    }
}
