using B2BConnector.Commerce.Entities;
using B2BConnector.Commerce.Headquarters;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Decisions;

/// <summary>
/// What an approval makes: the organization's customer, the requester's customer (or contact), a hierarchy named like the company, and
/// the requester in it as its Admin. All in the transaction of the status write.
/// </summary>
internal static class ProspectApproval
{
    public static void Apply(HeadquartersSession headquarters, JObject prospect)
    {
        var defaults = ChannelRegister.Of(headquarters, prospect) is { } channel ? ChannelRegister.DefaultCustomer(headquarters, channel) : null;
        if (defaults is null)
        {
            throw FinOpsErrors.WriteFailed(Prospects.Definition, "CE0307",
                "The online channel of the prospect has no default customer in this legal entity, so no customer can be created. Set it on the channel.");
        }

        var existing = new ExistingCustomers(headquarters, prospect);
        var person = headquarters.Options.BuyerModel == BuyerModel.PersonCustomer ? existing.Person() : null;
        var organization = existing.Organization(person) ?? CustomerRegister.Create(headquarters, NewCustomer.Organization(headquarters, prospect, defaults));
        var account = organization.Text("CustomerAccount");
        var requester = headquarters.Options.BuyerModel == BuyerModel.Contact
            ? (existing.Contact(account) ?? ContactRegister.Create(headquarters, NewCustomer.Contact(prospect, account))).Text("ContactPersonPartyNumber")
            : Person(headquarters, prospect, defaults, person, account).Text("PartyNumber");
        Hierarchy(headquarters, prospect, organization.Text("PartyNumber"), requester);
    }

    private static JObject Person(HeadquartersSession headquarters, JObject prospect, JObject defaults, JObject? person, string account)
    {
        if (person is null)
        {
            return CustomerRegister.Create(headquarters, NewCustomer.Person(headquarters, prospect, defaults, account));
        }

        // Orders of the person are invoiced to the organization, whose credit limit counts.
        if (person.Text("InvoiceAccount").Length == 0)
        {
            person["InvoiceAccount"] = account;
            headquarters.Save(CustomersV3.Definition, person);
        }

        return person;
    }

    // One hierarchy per approval. Inferred: where the requester is Admin of one for this organization already (made by hand), that one stays.
    private static void Hierarchy(HeadquartersSession headquarters, JObject prospect, string organizationParty, string requesterParty)
    {
        var theirs = headquarters.Where(CustomerHiearchies.Definition, hierarchy => hierarchy.Is("OrganizationPartyNumber", organizationParty));
        if (theirs.Any(hierarchy => HierarchyRegister.Nodes(headquarters, hierarchy.Text("CustomerHierarchyId"))
                .Any(node => node.Is("NodePartyNumber", requesterParty) && node.Is("Role", HierarchyRegister.Admin))))
        {
            return;
        }

        var created = HierarchyRegister.Create(headquarters, new JObject
        {
            ["Name"] = prospect.Text("CompanyName"),
            ["Purpose"] = "B2BOrganization",
            ["OrganizationPartyNumber"] = organizationParty,
        });
        HierarchyRegister.AddNode(headquarters, new JObject
        {
            ["CustomerHierarchyId"] = created.Text("CustomerHierarchyId"),
            ["NodePartyNumber"] = requesterParty,
            ["Role"] = HierarchyRegister.Admin,
        });
    }
}
