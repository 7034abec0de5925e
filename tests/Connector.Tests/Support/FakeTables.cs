using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>Rows of the fake Commerce.</summary>
internal sealed partial class FakeTables
{
    private readonly Dictionary<string, List<JsonObject>> _tables = [];
    private int _number = 100;

    public FakeTables()
    {
        Insert("CustomersV3", new JsonObject
        {
            ["dataAreaId"] = "usrt", ["CustomerAccount"] = "DEFAULT", ["PartyType"] = "Person", ["CustomerGroupId"] = "B2B", ["SalesCurrencyCode"] = "USD", ["LanguageId"] = "en-US", ["AddressBooks"] = "Online",
        });
        Insert("OnlineChannelV2s", new JsonObject
        {
            ["RetailChannelId"] = "CH-1", ["CustomerType"] = "B2B", ["DefaultCustomerAccount"] = "DEFAULT", ["DefaultCustomerLegalEntity"] = "usrt", ["OperatingUnitNumber"] = "OU-1", ["OperatingUnitPartyNumber"] = "000000001",
        });
        Insert("CustomerGroups", new JsonObject { ["dataAreaId"] = "usrt", ["CustomerGroupId"] = "B2B", ["Description"] = "Business partners" });
    }

    public IReadOnlyList<JsonObject> Of(string set) => _tables.GetValueOrDefault(set) ?? [];

    /// <summary>A pending prospect with the party of its requester.</summary>
    public JsonObject AddProspect(string id, string status = "Pending", string legalEntity = "usrt", string email = "ann@fabrikam.example", string company = "Fabrikam", string isB2B = "Yes")
    {
        var party = "PTY-" + id;
        Insert("CDSParties", new JsonObject { ["PartyNumber"] = party, ["PartyType"] = "Person", ["PersonFirstName"] = "Ann", ["PersonLastName"] = "Beebe" });
        return Insert("Prospects", new JsonObject
        {
            ["dataAreaId"] = legalEntity, ["ProspectId"] = id, ["IsB2BProspect"] = isB2B, ["B2BProspectStatus"] = status, ["ProspectName"] = "Ann Beebe", ["CompanyName"] = company,
            ["PrimaryEmailAddress"] = email, ["ProspectPartyNumber"] = party, ["ProspectPartyType"] = "Person", ["RetailChannelOperatingUnitPartyNumber"] = "000000001", ["CompanySize"] = 0, ["Department"] = "",
        });
    }

    public JsonObject AddCustomer(string account, string partyType, string party, string? email = null, string? name = null, string? number = null, string legalEntity = "usrt") => Insert("CustomersV3", new JsonObject
    {
        ["dataAreaId"] = legalEntity, ["CustomerAccount"] = account, ["PartyType"] = partyType, ["PartyNumber"] = party, ["PrimaryContactEmail"] = email, ["OrganizationName"] = name, ["OrganizationNumber"] = number,
    });

    public void AddBothCustomers(string prospectId)
    {
        AddCustomer("C-ORG-" + prospectId, "Organization", "PTY-ORG-" + prospectId, name: "Fabrikam");
        AddCustomer("C-PER-" + prospectId, "Person", "PTY-" + prospectId, email: "ann@fabrikam.example");
    }

    public void AddHierarchy(JsonObject prospect)
    {
        var organization = Of("CustomersV3").FirstOrDefault(row => row["PartyType"]?.ToString() == "Organization" && row["OrganizationName"]?.ToString() == prospect["CompanyName"]?.ToString())
            ?? AddCustomer("C-" + ++_number, "Organization", "PTY-" + ++_number, name: prospect["CompanyName"]?.ToString());
        var hierarchy = Insert("CustomerHiearchies", new JsonObject { ["Name"] = prospect["CompanyName"]?.ToString(), ["OrganizationPartyNumber"] = organization["PartyNumber"]?.ToString() });
        Insert("CustomerHierarchyNodes", new JsonObject
        {
            ["CustomerHierarchyId"] = hierarchy["CustomerHierarchyId"]?.ToString(), ["NodePartyNumber"] = prospect["ProspectPartyNumber"]?.ToString(), ["Role"] = "Admin",
        });
    }

    public JsonObject Insert(string set, JsonObject row)
    {
        var stored = row.DeepClone().AsObject();
        switch (set)
        {
            case "CustomersV3":
                stored["CustomerAccount"] ??= Next("C-");
                stored["PartyNumber"] ??= Next("PTY-");
                break;
            case "CDSContactPersonsV2":
                stored["ContactPersonId"] ??= Next("CP-");
                stored["ContactPersonPartyNumber"] ??= Next("PTY-");
                break;
            case "CustomerHiearchies":
                stored["CustomerHierarchyId"] ??= Next("H-");
                break;
            case "Prospects":
                stored["ProspectId"] ??= Next("P-");
                break;
        }

        stored["@odata.etag"] = Next("W/\"");
        if (!_tables.TryGetValue(set, out var rows))
        {
            _tables[set] = rows = [];
        }

        rows.Add(stored);
        return stored;
    }

    public void Remove(string set, JsonObject row) => _tables[set].Remove(row);

    public JsonObject? Find(string address)
    {
        var key = Part().Matches(address).Select(part => (Name: part.Groups[1].Value, Value: part.Groups[2].Value.Replace("''", "'", StringComparison.Ordinal))).ToList();
        return Of(address.Split('(')[0]).FirstOrDefault(row => key.All(part => string.Equals(row[part.Name]?.ToString(), part.Value, StringComparison.OrdinalIgnoreCase)));
    }

    public void Change(JsonObject row, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            row[name] = value?.DeepClone();
        }

        row["@odata.etag"] = Next("W/\"");
    }

    private string Next(string prefix) => prefix + (++_number).ToString(CultureInfo.InvariantCulture) + (prefix.EndsWith('"') ? "\"" : "");

    [GeneratedRegex(@"[(,](\w+)='((?:[^']|'')*)'")]
    private static partial Regex Part();
}
