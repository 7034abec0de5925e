using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce.Rows;

namespace B2BConnector.Connector.Commerce;

/// <summary>Customer hierarchies of Commerce. They belong to no legal entity: the party is what ties them to a company.</summary>
internal sealed class CommerceHierarchies(CommerceClient commerce)
{
    private const string Set = "CustomerHiearchies";
    private const string Nodes = "CustomerHierarchyNodes";
    private const string Channels = "CustomerHierarchiesRetailChannels";

    public async Task<List<HierarchyRow>> ListByOrganizationAsync(string partyNumber, CancellationToken cancel)
    {
        var found = new List<HierarchyRow>();
        await foreach (var row in commerce.ListAsync<HierarchyRow>(
            OData.Query(Set, ("$filter", $"OrganizationPartyNumber eq {OData.Text(partyNumber)}"), ("$expand", "CustomerHierarchyNode")), cancel))
        {
            found.Add(row);
        }

        return found;
    }

    /// <summary>Hierarchies in which this party is a present member.</summary>
    public async Task<List<HierarchyRow>> ListByMemberAsync(string partyNumber, CancellationToken cancel)
    {
        var found = new List<HierarchyRow>();
        await foreach (var node in commerce.ListAsync<HierarchyNodeRow>(
            OData.Query(Nodes, ("$filter", $"NodePartyNumber eq {OData.Text(partyNumber)}")), cancel))
        {
            if (node.IsPresent && await FindAsync(node.CustomerHierarchyId, cancel) is { } hierarchy)
            {
                found.Add(hierarchy);
            }
        }

        return found;
    }

    public Task<HierarchyRow?> FindAsync(string hierarchyId, CancellationToken cancel) =>
        commerce.FindAsync<HierarchyRow>(OData.Key(Set, ("CustomerHierarchyId", hierarchyId)) + "?cross-company=true&$expand=CustomerHierarchyNode", cancel);

    public Task<HierarchyRow> CreateAsync(string name, string organizationPartyNumber, CancellationToken cancel) =>
        commerce.CreateAsync<HierarchyRow>(
            OData.Query(Set),
            new JsonObject { ["Name"] = name, ["Purpose"] = "B2BOrganization", ["OrganizationPartyNumber"] = organizationPartyNumber },
            cancel);

    public Task<HierarchyNodeRow> AddAdministratorAsync(string hierarchyId, string partyNumber, CancellationToken cancel) =>
        AddMemberAsync(hierarchyId, partyNumber, HierarchyNodeRow.Administrator, cancel);

    public Task<HierarchyNodeRow> AddMemberAsync(string hierarchyId, string partyNumber, string role, CancellationToken cancel) =>
        commerce.CreateAsync<HierarchyNodeRow>(
            OData.Query(Nodes),
            new JsonObject { ["CustomerHierarchyId"] = hierarchyId, ["NodePartyNumber"] = partyNumber, ["Role"] = role, ["NodeType"] = "Customer" },
            cancel);

    public Task<HierarchyNodeRow?> FindMemberAsync(string hierarchyId, string partyNumber, CancellationToken cancel) =>
        commerce.FindAsync<HierarchyNodeRow>(NodeAddress(hierarchyId, partyNumber), cancel);

    public Task ChangeRoleAsync(string hierarchyId, string partyNumber, string role, CancellationToken cancel) =>
        commerce.UpdateAsync(NodeAddress(hierarchyId, partyNumber), new JsonObject { ["Role"] = role }, etag: null, cancel);

    /// <summary>Takes a member out. Assumed: DELETE is accepted, whether the row then goes or stays with VersionRemoved.</summary>
    public Task RemoveMemberAsync(string hierarchyId, string partyNumber, CancellationToken cancel) => commerce.DeleteAsync(NodeAddress(hierarchyId, partyNumber), cancel);

    /// <summary>Channels the hierarchy is restricted to; null where the version of Commerce has no such table (before 10.0.38).</summary>
    public async Task<List<string>?> ListChannelsAsync(string hierarchyId, CancellationToken cancel)
    {
        var channels = new List<string>();
        try
        {
            await foreach (var row in commerce.ListAsync<HierarchyChannelRow>(OData.Query(Channels, ("$filter", $"CustHierarchyId eq {OData.Text(hierarchyId)}")), cancel))
            {
                channels.Add(row.Channel);
            }
        }
        catch (CommerceException problem) when (problem.Status == 404)
        {
            return null;
        }

        return channels;
    }

    private static string NodeAddress(string hierarchyId, string partyNumber) =>
        OData.Key(Nodes, ("CustomerHierarchyId", hierarchyId), ("NodePartyNumber", partyNumber)) + "?cross-company=true";
}
