using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Features.Customers;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>
/// Finds the hierarchy that an approval made. Assumed: the party on a prospect is that of the requester or of the
/// organization, so both are looked for, and the parties of the customers that belong to the prospect as well.
/// </summary>
internal sealed class PartnerHierarchies(CommerceHierarchies hierarchies, CommerceCustomers customers, CustomerRecords records)
{
    public async Task<PartnerHierarchy?> FindAsync(ProspectKey key, ProspectRow row, CancellationToken cancel)
    {
        var known = await records.FindAsync(key, cancel);
        var organizations = new List<string?> { known?.OrganizationParty };
        if (known?.OrganizationParty is null && !string.IsNullOrWhiteSpace(row.CompanyName))
        {
            var named = await customers.ListByNameAsync(key.LegalEntity, row.CompanyName, cancel);
            organizations.AddRange(named.Where(customer => customer.PartyType == CustomerRow.Organization).Select(customer => customer.PartyNumber));
        }

        organizations.Add(row.ProspectPartyNumber);
        var persons = new List<string?> { known?.PersonParty, row.ProspectPartyNumber };
        if (known?.PersonParty is null && !string.IsNullOrWhiteSpace(row.PrimaryEmailAddress))
        {
            var mailed = await customers.ListByEmailAsync(key.LegalEntity, row.PrimaryEmailAddress.Trim().ToLowerInvariant(), cancel);
            persons.AddRange(mailed.Where(customer => customer.PartyType == CustomerRow.Person).Select(customer => customer.PartyNumber));
        }

        var requester = persons.Where(Filled).ToHashSet();
        foreach (var party in organizations.Where(Filled).Distinct())
        {
            if (Best(await hierarchies.ListByOrganizationAsync(party!, cancel), requester) is { } found)
            {
                return found;
            }
        }

        foreach (var party in requester)
        {
            var found = await hierarchies.ListByMemberAsync(party!, cancel);
            if (Best(found.Where(hierarchy => Same(hierarchy.Name, row.CompanyName)), requester) is { } own)
            {
                return own;
            }
        }

        return null;
    }

    /// <summary>One in which the requester administers, else one with another administrator, else any.</summary>
    private static PartnerHierarchy? Best(IEnumerable<HierarchyRow> found, HashSet<string?> requester) => found
        .Select(hierarchy => new PartnerHierarchy(
            hierarchy.CustomerHierarchyId,
            hierarchy.Name,
            hierarchy.CustomerHierarchyNode?.Where(node => node.IsAdministrator)
                .OrderByDescending(node => requester.Contains(node.NodePartyNumber)).FirstOrDefault()?.NodePartyNumber))
        .OrderByDescending(hierarchy => requester.Contains(hierarchy.AdministratorParty))
        .ThenByDescending(hierarchy => hierarchy.AdministratorParty is not null)
        .ThenByDescending(hierarchy => hierarchy.HierarchyId, StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool Filled(string? party) => !string.IsNullOrWhiteSpace(party);

    private static bool Same(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
