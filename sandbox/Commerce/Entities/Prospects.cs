using B2BConnector.Commerce.Decisions;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Entities;

/// <summary>All prospects. Writing B2BProspectStatus is the decision; the party carries the requester's names.</summary>
internal sealed class Prospects : ICreatable, IUpdatable
{
    public static readonly EntityType Definition = new("Prospect", "Prospects", "dataAreaId ProspectId", """
        dataAreaId String 4 readonly
        ProspectId String 20 readonly
        ProspectName String 100
        ProspectSearchName String 20
        ProspectKnownAsName String 100
        ProspectPartyNumber String 40 readonly
        ProspectPartyType String 20 readonly
        ProspectRelationTypeId String 20
        ProspectStatusCode String 20
        ProspectResponsiblePersonnelNumber String 25
        IsB2BProspect NoYes readonly
        B2BProspectStatus RetailB2BProspectStatus
        RetailChannelOperatingUnitPartyNumber String 40
        CompanyName String 100
        CompanyChainName String 10
        CompanySize Int32
        Department String 60
        OrganizationNumber String 40
        OrganizationEmployeeAmount Int32
        Note String
        LanguageId String 7
        CustomerGroupId String 10
        CurrencyCode String 3
        SalesTaxGroupCode String 10
        LineOfBusinessId String 10
        DeliveryTermsCode String 10
        DeliveryModeCode String 10
        CreditLimit Decimal
        CreditRating String 10
        IsCreditLimitCheckingRequired NoYes
        OnHoldStatus CustVendorBlocked
        AddressBooks String 255
        IsImported NoYes
        PrimaryEmailAddress String 255
        PrimaryEmailAddressDescription String 60
        PrimaryEmailAddressPurpose String 255
        PrimaryPhoneNumber String 255
        PrimaryPhoneNumberExtension String 10
        PrimaryPhoneNumberDescription String 60
        PrimaryPhoneNumberPurpose String 255
        IsPrimaryPhoneNumberMobile NoYes
        PrimaryURL String 255
        PrimaryURLDescription String 60
        PrimaryURLPurpose String 255
        PrimaryFaxNumber String 255
        PrimaryFaxNumberDescription String 60
        PrimaryFaxNumberExtension String 10
        AddressDescription String 60
        AddressLocationRoles String 255
        AddressStreet String 250
        AddressStreetNumber String 20
        AddressBuildingCompliment String 60
        AddressDistrictName String 60
        AddressCity String 60
        AddressCountyId String 10
        AddressStateId String 10
        AddressZipCode String 10
        AddressPostBox String 20
        AddressCountryRegionId String 10
        AddressCountryRegionISOCode String 2
        AddressLatitude Decimal
        AddressLongitude Decimal
        FormattedAddress String readonly
        """,
        "smmBusRelTableEntity",
        new Navigation("Party", "CDSParties", Many: false, ("ProspectPartyNumber", "PartyNumber")),
        new Navigation("CustomerGroup", "CustomerGroups", Many: false, ("dataAreaId", "dataAreaId"), ("CustomerGroupId", "CustomerGroupId")));

    public EntityType Type => Definition;

    public JObject Create(HeadquartersSession headquarters, JObject body) => ProspectRegister.Import(headquarters, body);

    public void Update(HeadquartersSession headquarters, JObject row, JObject changes)
    {
        var target = changes.Text("B2BProspectStatus");
        changes.Remove("B2BProspectStatus");
        if (changes.Count > 0)
        {
            row.Merge(changes);
            ProspectRegister.Check(headquarters, row);
            ProspectRegister.FormatAddress(row);
            ProspectRegister.SetContacts(headquarters, row, row.Text("ProspectPartyNumber"));
            headquarters.Save(Definition, row);
        }

        if (target.Length > 0)
        {
            ProspectDecision.Decide(headquarters, row, target, headquarters.Options.StatusWriteHasEffects);
        }
    }
}
