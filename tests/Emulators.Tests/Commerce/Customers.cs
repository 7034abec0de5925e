using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

/// <summary>Bodies for POST /data/CustomersV3.</summary>
internal static class Customers
{
    public static JObject Organization(string name) => new()
    {
        ["dataAreaId"] = "usrt", ["PartyType"] = "Organization", ["OrganizationName"] = name, ["CustomerGroupId"] = "B2B", ["SalesCurrencyCode"] = "USD",
    };

    public static JObject Person(string email) => new()
    {
        ["dataAreaId"] = "usrt", ["PartyType"] = "Person", ["PersonFirstName"] = "Zoë", ["PersonLastName"] = "Garçon", ["PrimaryContactEmail"] = email,
        ["CustomerGroupId"] = "B2B", ["SalesCurrencyCode"] = "USD",
    };
}
