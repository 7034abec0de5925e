using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Errors;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Finds the hierarchy of an organization and says its users in the connector's words.</summary>
internal sealed class PartnerReader(CommerceCustomers customers, CommerceHierarchies hierarchies, IBuyers buyers)
{
    /// <summary>Hierarchies belong to no legal entity: the organization's customer account is what ties one to it.</summary>
    /// <exception cref="ConnectorException">partner_not_found, invalid_request, hierarchy_not_found or several_hierarchies.</exception>
    public async Task<Partner> FindAsync(PartnerKey key, string? hierarchyId, CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(hierarchyId))
        {
            var problems = new RequestProblems();
            PartnerKey.RequireNumber(problems, hierarchyId, "hierarchyId");
            problems.ThrowIfAny();
        }

        var organization = await customers.FindAsync(key.LegalEntity, key.CustomerAccount, cancel);
        if (organization is not { PartyType: CustomerRow.Organization, PartyNumber: { Length: > 0 } party })
        {
            throw ConnectorErrors.PartnerNotFound(key.LegalEntity, key.CustomerAccount);
        }

        var found = (await hierarchies.ListByOrganizationAsync(party, cancel))
            .Where(hierarchy => string.IsNullOrEmpty(hierarchyId) || string.Equals(hierarchy.CustomerHierarchyId, hierarchyId, StringComparison.OrdinalIgnoreCase)).ToList();
        return found switch
        {
            [] => throw ConnectorErrors.HierarchyNotFound(key.CustomerAccount),
            [var only] => new Partner(key, organization, only),
            _ => throw ConnectorErrors.SeveralHierarchies(key.CustomerAccount, [.. found.Select(hierarchy => hierarchy.CustomerHierarchyId).Order(StringComparer.Ordinal)]),
        };
    }

    /// <summary>The users, administrators first.</summary>
    public async Task<List<PartnerUser>> UsersAsync(Partner partner, CancellationToken cancel)
    {
        var known = await buyers.ListAsync(partner, [.. partner.Members.Select(node => node.NodePartyNumber)], cancel);
        return [.. partner.Members
            .OrderByDescending(node => node.IsAdministrator).ThenBy(node => node.NodePartyNumber, StringComparer.Ordinal)
            .Select(node => Say(node, known.GetValueOrDefault(node.NodePartyNumber)))];
    }

    public static PartnerUser Say(HierarchyNodeRow node, Buyer? buyer) => new()
    {
        PartyNumber = node.NodePartyNumber,
        Role = node.IsAdministrator ? PartnerUserRole.Admin : PartnerUserRole.User,
        State = buyer is not { Email: { Length: > 0 } } ? PartnerUserState.Incomplete : buyer.IsEnabled ? PartnerUserState.Member : PartnerUserState.Disabled,
        FirstName = Text(buyer?.FirstName),
        LastName = Text(buyer?.LastName),
        Email = Text(buyer?.Email),
        Phone = Text(buyer?.Phone),
        CustomerAccount = Text(buyer?.CustomerAccount),
        ContactPersonId = Text(buyer?.ContactPersonId),
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
