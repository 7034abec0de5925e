using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Benchmarks.Connector;

/// <summary>The row as the bare endpoint reads it.</summary>
internal sealed record BareRow(
    string DataAreaId, string ProspectId, string B2BProspectStatus, string IsB2BProspect, string ProspectName, string CompanyName, string PrimaryEmailAddress, string PrimaryPhoneNumber, string PrimaryURL, string ProspectPartyNumber,
    string OrganizationNumber, string Department, string Note, string LanguageId, string CurrencyCode, string CustomerGroupId, string RetailChannelOperatingUnitPartyNumber, int CompanySize,
    string AddressStreet, string AddressStreetNumber, string AddressCity, string AddressStateId, string AddressZipCode, string AddressCountryRegionId, BareParty Party);

/// <summary>The party of the row.</summary>
internal sealed record BareParty(string PersonFirstName, string PersonLastName);

/// <summary>The answer of the bare endpoints: the fields that the connector answers with.</summary>
internal sealed record BareProspect(
    string LegalEntity, string ProspectId, string Status, bool IsB2B, string RequesterName, string FirstName, string LastName, string Email, string Phone, string Website, string CompanyName, int CompanySize, string RegistrationNumber,
    string Department, BareAddress Address, string Comments, string Language, string Currency, string CustomerGroup, string Channel, string PartyNumber)
{
    public static BareProspect Of(BareRow row) => new(
        row.DataAreaId, row.ProspectId, row.B2BProspectStatus, row.IsB2BProspect == "Yes", row.ProspectName, row.Party.PersonFirstName, row.Party.PersonLastName, row.PrimaryEmailAddress, row.PrimaryPhoneNumber, row.PrimaryURL, row.CompanyName,
        row.CompanySize, row.OrganizationNumber, row.Department,
        new BareAddress(row.AddressStreet, row.AddressStreetNumber, row.AddressCity, row.AddressStateId, row.AddressZipCode, row.AddressCountryRegionId),
        row.Note, row.LanguageId, row.CurrencyCode, row.CustomerGroupId, row.RetailChannelOperatingUnitPartyNumber, row.ProspectPartyNumber);
}

/// <summary>The address in the answer.</summary>
internal sealed record BareAddress(string Street, string StreetNumber, string City, string State, string ZipCode, string Country);

internal static class BareRows
{
    public static BareRow Deserialize(this JsonNode row) => row.Deserialize<BareRow>(JsonSerializerOptions.Web)!;
}
