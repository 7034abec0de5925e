using B2BConnector.Commerce.Headquarters;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Decisions;

/// <summary>What a new customer of a prospect looks like: values of the request over those of the channel's default customer.</summary>
internal static class NewCustomer
{
    private static readonly (string From, string To)[] Inherited =
    [
        .. new[] { "CustomerGroupId", "SalesCurrencyCode", "LanguageId", "SalesTaxGroup", "AddressBooks", "AllowOnAccount", "PaymentTerms", "PaymentMethod", "DeliveryTerms", "DeliveryMode" }
            .Select(column => (column, column)),
    ];

    private static readonly (string From, string To)[] Address =
    [
        ("AddressDescription", "AddressDescription"), ("AddressLocationRoles", "AddressLocationRoles"), ("AddressStreet", "AddressStreet"), ("AddressStreetNumber", "AddressStreetNumber"),
        ("AddressDistrictName", "AddressDistrictName"), ("AddressBuildingCompliment", "AddressBuildingComplement"), ("AddressCity", "AddressCity"), ("AddressCountyId", "AddressCounty"),
        ("AddressStateId", "AddressState"), ("AddressZipCode", "AddressZipCode"), ("AddressPostBox", "AddressPostbox"), ("AddressCountryRegionId", "AddressCountryRegionId"),
        ("AddressLatitude", "AddressLatitude"), ("AddressLongitude", "AddressLongitude"),
    ];

    public static JObject Organization(HeadquartersSession headquarters, JObject prospect, JObject defaults)
    {
        var row = Base(headquarters, prospect, defaults, PartyRegister.Organization);
        prospect.CopyTo(row, ("CompanyName", "OrganizationName"), ("OrganizationNumber", "OrganizationNumber"), ("CompanySize", "OrganizationNumberOfEmployees"), ("PrimaryURL", "PrimaryContactURL"));
        return row;
    }

    public static JObject Person(HeadquartersSession headquarters, JObject prospect, JObject defaults, string invoiceAccount)
    {
        var row = Base(headquarters, prospect, defaults, PartyRegister.Person);

        // The party of the prospect becomes the customer's. The standard refuses that for ordinary prospects; B2B prospects are exempt.
        row["PartyNumber"] = prospect.Text("ProspectPartyNumber");
        row["InvoiceAccount"] = invoiceAccount;
        prospect.CopyTo(row, ("PrimaryEmailAddress", "PrimaryContactEmail"), ("PrimaryPhoneNumber", "PrimaryContactPhone"), ("PrimaryPhoneNumberExtension", "PrimaryContactPhoneExtension"));
        return row;
    }

    public static JObject Contact(JObject prospect, string account)
    {
        var row = new JObject
        {
            ["dataAreaId"] = prospect.Text("dataAreaId"),
            ["ContactPersonPartyNumber"] = prospect.Text("ProspectPartyNumber"),
            ["AssociatedContactNumber"] = account,
        };
        prospect.CopyTo(row, ("PrimaryEmailAddress", "PrimaryEmailAddress"), ("PrimaryPhoneNumber", "PrimaryPhoneNumber"), ("Department", "EmploymentDepartment"));
        return row;
    }

    private static JObject Base(HeadquartersSession headquarters, JObject prospect, JObject defaults, string partyType)
    {
        var row = new JObject { ["dataAreaId"] = prospect.Text("dataAreaId"), ["PartyType"] = partyType };
        defaults.CopyTo(row, Inherited);
        prospect.CopyTo(row, ("LanguageId", "LanguageId"), ("CustomerGroupId", "CustomerGroupId"), ("CurrencyCode", "SalesCurrencyCode"));
        if (headquarters.Options.AssociateProspectAddress)
        {
            prospect.CopyTo(row, Address);
        }

        return row;
    }
}
