using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce.Rows;

namespace B2BConnector.Connector.Commerce;

/// <summary>Customer hierarchies of Commerce. They belong to no legal entity: the party is what ties them to a company.</summary>
internal sealed class CommerceHierarchies(CommerceClient commerce)
{
    private const string Set = "CustomerHiearchies";
    private const string Nodes = "CustomerHierarchyNodes";

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
        commerce.CreateAsync<HierarchyNodeRow>(
            OData.Query(Nodes),
            new JsonObject { ["CustomerHierarchyId"] = hierarchyId, ["NodePartyNumber"] = partyNumber, ["Role"] = "Admin", ["NodeType"] = "Customer" },
            cancel);
}
