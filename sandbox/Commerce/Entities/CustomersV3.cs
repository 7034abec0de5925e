using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Entities;

/// <summary>
/// Customers of a legal entity. Column names are those of the wire, which differ from Prospects in places (AddressState, AddressPostbox).
/// The real entity has about 340 columns; served are those that customer data of this scenario uses.
/// </summary>
internal sealed class CustomersV3 : ICreatable, IUpdatable
{
    public static readonly EntityType Definition = new("CustomerV3", "CustomersV3", "dataAreaId CustomerAccount", """
        dataAreaId String 4 readonly
        CustomerAccount String 20 readonly
        PartyType String 20 readonly
        PartyNumber String 40 readonly
        OrganizationName String 100
        OrganizationNumber String 40
        OrganizationNumberOfEmployees Int32
        OrganizationPhoneticName String 100
        PersonFirstName String 100
        PersonMiddleName String 100
        PersonLastName String 100
        PersonPhoneticFirstName String 100
        PersonPhoneticLastName String 100
        KnownAs String 100
        NameAlias String 20
        CustomerGroupId String 10
        SalesCurrencyCode String 3
        LanguageId String 7
        SalesTaxGroup String 10
        TaxExemptNumber String 20
        TaxRegistrationId String 60
        IdentificationNumber String 50
        InvoiceAccount String 20
        AllowOnAccount NoYes
        CreditLimit Decimal
        CreditLimitIsMandatory NoYes
        CreditRating String 10
        OnHoldStatus CustVendorBlocked
        CredManCustUnlimitedCredit NoYes
        CredManCreditLimitExpiryDate DateTimeOffset
        CredManExclude NoYes
        PaymentTerms String 10
        PaymentMethod String 10
        DeliveryTerms String 10
        DeliveryMode String 10
        DiscountPriceGroupId String 10
        LineDiscountCode String 10
        MultiLineDiscountCode String 10
        TotalDiscountCode String 10
        LineOfBusinessId String 10
        SiteId String 10
        WarehouseId String 10
        SalesMemo String
        AddressBooks String 255
        ContactPersonId String 20
        ReceiptEmail String 80
        IsOneTimeCustomer NoYes
        PrimaryContactEmail String 255
        PrimaryContactEmailDescription String 60
        PrimaryContactEmailPurpose String 255
        PrimaryContactPhone String 255
        PrimaryContactPhoneExtension String 10
        PrimaryContactPhoneDescription String 60
        PrimaryContactPhonePurpose String 255
        PrimaryContactPhoneIsMobile NoYes
        PrimaryContactURL String 255
        PrimaryContactURLDescription String 60
        PrimaryContactURLPurpose String 255
        PrimaryContactFax String 255
        AddressDescription String 60
        AddressLocationRoles String 255
        AddressStreet String 250
        AddressStreetNumber String 20
        AddressBuildingComplement String 60
        AddressDistrictName String 60
        AddressCity String 60
        AddressCounty String 10
        AddressState String 10
        AddressZipCode String 10
        AddressPostbox String 20
        AddressCountryRegionId String 10
        AddressCountryRegionISOCode String 2
        AddressLatitude Decimal
        AddressLongitude Decimal
        FullPrimaryAddress String readonly
        """,
        "CustCustomerV3Entity");

    public EntityType Type => Definition;

    public JObject Create(HeadquartersSession headquarters, JObject body) => CustomerRegister.Create(headquarters, body);

    public void Update(HeadquartersSession headquarters, JObject row, JObject changes) => CustomerRegister.Update(headquarters, row, changes);
}
