using B2BConnector.Commerce.Entities;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Operations;
using B2BConnector.Commerce.Site;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Jobs;

/// <summary>
/// 1010 (Customers): pushes the members of hierarchies to the channels of their legal entity. A customer reaches a channel only when one
/// of its address books is in the channel's customer address books. Until then nobody can sign in.
/// </summary>
internal sealed class CustomersJob : IJob
{
    public IReadOnlyList<string> Names { get; } = ["1010"];

    public JobResult Run(CommerceSystem system) => system.Write(headquarters =>
    {
        var store = headquarters.Store;
        foreach (var (key, _) in store.All(ChannelDatabase.Customers))
        {
            store.Delete(ChannelDatabase.Customers, key);
        }

        var nodes = headquarters.Where(CustomerHierarchyNodes.Definition, HierarchyRegister.IsPresent)
            .ToLookup(node => node.Text("NodePartyNumber"), StringComparer.OrdinalIgnoreCase);
        var members = Customers(headquarters, nodes).Concat(Contacts(headquarters, nodes)).ToList();
        var restricted = headquarters.Where(CustomerHierarchiesRetailChannels.Definition, _ => true)
            .ToLookup(row => row.Text("CustHierarchyId"), row => row.Text("Channel"), StringComparer.OrdinalIgnoreCase);
        var pushed = 0;
        foreach (var channel in headquarters.Where(OnlineChannelV2s.Definition, _ => true))
        {
            var books = AddressBooks(headquarters, channel);
            foreach (var member in members.Where(member =>
                member.Is("legalEntity", channel.Text("DefaultCustomerLegalEntity")) && Books(member.Text("addressBooks")).Any(books.Contains)
                && (!restricted.Contains(member.Text("hierarchyId")) || restricted[member.Text("hierarchyId")].Contains(channel.Text("RetailChannelId")))))
            {
                store.Put(ChannelDatabase.Customers, $"{channel.Text("RetailChannelId")}|{member.Text("party")}|{member.Text("hierarchyId")}", member);
                pushed++;
            }
        }

        return new JobResult(pushed);
    });

    private static IEnumerable<JObject> Customers(HeadquartersSession headquarters, ILookup<string, JObject> nodes) =>
        from customer in headquarters.Where(CustomersV3.Definition, row => nodes.Contains(row.Text("PartyNumber")))
        from node in nodes[customer.Text("PartyNumber")]
        select Member(node, customer.Text("dataAreaId"), customer.Text("CustomerAccount"), customer.Text("PrimaryContactEmail"), customer.Text("AddressBooks"));

    private static IEnumerable<JObject> Contacts(HeadquartersSession headquarters, ILookup<string, JObject> nodes) =>
        from contact in headquarters.Where(CDSContactPersonsV2.Definition, row => nodes.Contains(row.Text("ContactPersonPartyNumber")) && !row.Is("IsInactive", "Yes"))
        from node in nodes[contact.Text("ContactPersonPartyNumber")]
        let account = headquarters.Find(CustomersV3.Definition, contact.Text("dataAreaId"), contact.Text("AssociatedContactNumber")) ?? []
        select Member(node, contact.Text("dataAreaId"), account.Text("CustomerAccount"), contact.Text("PrimaryEmailAddress"), account.Text("AddressBooks"));

    private static JObject Member(JObject node, string legalEntity, string account, string email, string addressBooks) => new()
    {
        ["legalEntity"] = legalEntity,
        ["party"] = node.Text("NodePartyNumber"),
        ["customerAccount"] = account,
        ["email"] = email,
        ["hierarchyId"] = node.Text("CustomerHierarchyId"),
        ["role"] = node.Text("Role"),
        ["addressBooks"] = addressBooks,
    };

    private static HashSet<string> AddressBooks(HeadquartersSession headquarters, JObject channel) => headquarters
        .Where(RetailStoreAddressBooks.Definition, book => book.Is("RetailChannelId", channel.Text("RetailChannelId")) && !book.Is("AddressBookType", "Employee"))
        .Select(book => book.Text("AddressBookName")).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string[] Books(string list) => list.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
