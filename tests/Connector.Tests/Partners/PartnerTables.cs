using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Partners;

/// <summary>A partner in the fake Commerce, with one administrator.</summary>
internal static class PartnerTables
{
    public const string Hierarchy = "H-1";
    public const string Ann = "PTY-ANN";

    public static void AddPartner(this FakeTables tables)
    {
        var organization = tables.AddCustomer("C-ORG", "Organization", "PTY-ORG", name: "Fabrikam");
        tables.Change(organization, new JsonObject { ["CustomerGroupId"] = "B2B", ["SalesCurrencyCode"] = "USD", ["LanguageId"] = "en-US", ["AddressBooks"] = "Online" });
        tables.AddHierarchy(Hierarchy);
        tables.AddPerson("C-ANN", Ann, "ann@fabrikam.example");
        tables.AddMember(Ann, "Admin");
    }

    public static void AddHierarchy(this FakeTables tables, string id) =>
        tables.Insert("CustomerHiearchies", new JsonObject { ["CustomerHierarchyId"] = id, ["Name"] = "Fabrikam", ["OrganizationPartyNumber"] = "PTY-ORG" });

    public static JsonObject AddMember(this FakeTables tables, string party, string role, string hierarchy = Hierarchy) =>
        tables.Insert("CustomerHierarchyNodes", new JsonObject { ["CustomerHierarchyId"] = hierarchy, ["NodePartyNumber"] = party, ["Role"] = role });

    public static void AddPerson(this FakeTables tables, string account, string party, string email, string invoiceAccount = "C-ORG") =>
        tables.Change(
            tables.AddCustomer(account, "Person", party, email: email),
            new JsonObject { ["InvoiceAccount"] = invoiceAccount, ["PersonFirstName"] = "First", ["PersonLastName"] = account });

    public static JsonObject AddContact(this FakeTables tables, string id, string party, string email, string account = "C-ORG", string inactive = "No") => tables.Insert("CDSContactPersonsV2", new JsonObject
    {
        ["dataAreaId"] = "usrt", ["ContactPersonId"] = id, ["ContactPersonPartyNumber"] = party, ["AssociatedContactType"] = "Customer", ["AssociatedContactNumber"] = account,
        ["FirstName"] = "First", ["LastName"] = id, ["PrimaryEmailAddress"] = email, ["IsInactive"] = inactive,
    });
}
