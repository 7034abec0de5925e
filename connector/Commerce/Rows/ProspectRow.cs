using System.Text.Json.Serialization;

namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>Prospects</c>. Property names are those of the wire.</summary>
internal sealed record ProspectRow
{
    [JsonPropertyName("@odata.etag")]
    public string? ETag { get; init; }

    [JsonPropertyName("dataAreaId")]
    public string DataAreaId { get; init; } = "";

    public string ProspectId { get; init; } = "";

    public string? IsB2BProspect { get; init; }

    public string? B2BProspectStatus { get; init; }

    public string? ProspectName { get; init; }

    public string? CompanyName { get; init; }

    public int? CompanySize { get; init; }

    public string? Department { get; init; }

    public string? PrimaryEmailAddress { get; init; }

    public string? PrimaryPhoneNumber { get; init; }

    public string? PrimaryPhoneNumberExtension { get; init; }

    public string? PrimaryURL { get; init; }

    public string? AddressStreet { get; init; }

    public string? AddressStreetNumber { get; init; }

    public string? AddressCity { get; init; }

    public string? AddressCountyId { get; init; }

    public string? AddressStateId { get; init; }

    public string? AddressZipCode { get; init; }

    public string? AddressPostBox { get; init; }

    public string? AddressCountryRegionId { get; init; }

    public string? AddressDescription { get; init; }

    public string? CustomerGroupId { get; init; }

    public string? CurrencyCode { get; init; }

    public string? LanguageId { get; init; }

    public string? Note { get; init; }

    public string? ProspectPartyNumber { get; init; }

    public string? ProspectPartyType { get; init; }

    public string? OrganizationNumber { get; init; }

    public decimal? CreditLimit { get; init; }

    public string? RetailChannelOperatingUnitPartyNumber { get; init; }

    public PartyRow? Party { get; init; }

    [JsonIgnore]
    public bool IsB2B => IsB2BProspect == "Yes";
}
