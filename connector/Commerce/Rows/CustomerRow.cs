using System.Text.Json.Serialization;

namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>CustomersV3</c>.</summary>
internal sealed record CustomerRow
{
    public const string Organization = "Organization";
    public const string Person = "Person";

    [JsonPropertyName("@odata.etag")]
    public string? ETag { get; init; }

    [JsonPropertyName("dataAreaId")]
    public string DataAreaId { get; init; } = "";

    public string CustomerAccount { get; init; } = "";

    public string? PartyType { get; init; }

    public string? PartyNumber { get; init; }

    public string? OrganizationName { get; init; }

    /// <summary>Inferred: CustomersV3 carries the registration number under the name that Prospects has.</summary>
    public string? OrganizationNumber { get; init; }

    public string? PersonFirstName { get; init; }

    public string? PersonLastName { get; init; }

    public string? PrimaryContactEmail { get; init; }

    public string? PrimaryContactPhone { get; init; }

    public string? CustomerGroupId { get; init; }

    public string? SalesCurrencyCode { get; init; }

    public string? LanguageId { get; init; }

    public string? AddressBooks { get; init; }

    public string? InvoiceAccount { get; init; }

    public decimal? CreditLimit { get; init; }

    public string? CreditLimitIsMandatory { get; init; }

    public string? AllowOnAccount { get; init; }

    public string? CreditRating { get; init; }

    public string? OnHoldStatus { get; init; }

    public string? CredManCustUnlimitedCredit { get; init; }
}
