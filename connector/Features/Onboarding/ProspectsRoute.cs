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

    public async Task<OnboardingAnswer> SubmitAsync(string legalEntity, ChannelRow channel, OnboardingRequest request, CancellationToken cancel)
    {
        var before = await SameRequestsAsync(legalEntity, request, cancel);
        ProspectRow? row;
        try
        {
            row = await prospects.CreateAsync(Row(legalEntity, request, channel), cancel);
        }
        catch (CommerceException problem) when (problem.Failure == CommerceFailure.Ambiguous)
        {
            var after = await SameRequestsAsync(legalEntity, request, cancel);
            row = after.Find(found => before.TrueForAll(old => old.ProspectId != found.ProspectId));
            if (row is null)
            {
                throw;
            }
        }

        return new OnboardingAnswer { LegalEntity = legalEntity, ProspectId = row.ProspectId };
    }

    private async Task<List<ProspectRow>> SameRequestsAsync(string legalEntity, OnboardingRequest request, CancellationToken cancel) =>
        [.. (await prospects.ListByEmailAsync(legalEntity, CustomerFinder.Normal(request.Email!), cancel)).Where(row => row.CompanyName == request.CompanyName!.Trim())];

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
