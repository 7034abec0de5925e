using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Errors;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>Reads prospects and says them in the connector's words.</summary>
internal sealed class ProspectReader(CommerceProspects prospects, PartnerHierarchies hierarchies)
{
    /// <exception cref="ConnectorException">prospect_not_found.</exception>
    public async Task<ProspectRow> RowAsync(ProspectKey key, CancellationToken cancel) =>
        await prospects.FindAsync(key, cancel) ?? throw ConnectorErrors.ProspectNotFound(key.LegalEntity, key.ProspectId);

    /// <exception cref="ConnectorException">prospect_not_found.</exception>
    public async Task<Prospect> ReadAsync(ProspectKey key, CancellationToken cancel)
    {
        var row = await RowAsync(key, cancel);
        var prospect = Say(row);
        if (prospect.Status != ProspectStatus.Approved || await hierarchies.FindAsync(key, row, cancel) is not { } hierarchy)
        {
            return prospect;
        }

        return prospect with
        {
            Hierarchy = new HierarchySummary { HierarchyId = hierarchy.HierarchyId, Name = hierarchy.Name, AdministratorPartyNumber = hierarchy.AdministratorParty },
        };
    }

    public static ProspectStatus StatusOf(ProspectRow row) =>
        Enum.TryParse<ProspectStatus>(row.B2BProspectStatus, out var status) && Enum.IsDefined(status) ? status : ProspectStatus.Unknown;

    public static Prospect Say(ProspectRow row)
    {
        var address = new Address
        {
            Street = Text(row.AddressStreet),
            StreetNumber = Text(row.AddressStreetNumber),
            City = Text(row.AddressCity),
            County = Text(row.AddressCountyId),
            State = Text(row.AddressStateId),
            ZipCode = Text(row.AddressZipCode),
            PostBox = Text(row.AddressPostBox),
            Country = Text(row.AddressCountryRegionId),
            Description = Text(row.AddressDescription),
        };
        return new Prospect
        {
            LegalEntity = row.DataAreaId.ToLowerInvariant(),
            ProspectId = row.ProspectId,
            Status = StatusOf(row),
            IsB2B = row.IsB2B,
            RequesterName = Text(row.ProspectName),
            FirstName = Text(row.Party?.PersonFirstName),
            LastName = Text(row.Party?.PersonLastName),
            Email = Text(row.PrimaryEmailAddress),
            Phone = Text(row.PrimaryPhoneNumber),
            PhoneExtension = Text(row.PrimaryPhoneNumberExtension),
            Website = Text(row.PrimaryURL),
            CompanyName = Text(row.CompanyName),
            CompanySize = row.CompanySize is > 0 ? row.CompanySize : null,
            RegistrationNumber = Text(row.OrganizationNumber),
            Department = Text(row.Department),
            Address = address.IsEmpty() ? null : address,
            Comments = Text(row.Note),
            Language = Text(row.LanguageId),
            Currency = Text(row.CurrencyCode),
            CustomerGroup = Text(row.CustomerGroupId),
            Channel = Text(row.RetailChannelOperatingUnitPartyNumber),
            PartyNumber = Text(row.ProspectPartyNumber),
            CreditLimit = row.CreditLimit,
        };
    }

    /// <summary>Commerce has empty texts where others have none.</summary>
    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
