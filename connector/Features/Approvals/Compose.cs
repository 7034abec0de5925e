using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Customers;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>
/// Makes the hierarchy and its administrator itself, then writes the status: for environments where the write alone does
/// nothing more. Each step looks first, so a repetition goes on where the last one stopped.
/// </summary>
internal sealed class Compose(StatusWrite statusWrite, CommerceHierarchies hierarchies, CustomerRecords records) : IDecisionStrategy
{
    public string Name => nameof(Compose);

    public async Task DecideAsync(ProspectKey key, ProspectRow prospect, ProspectStatus status, Lease lease)
    {
        if (status == ProspectStatus.Approved)
        {
            await EnsureHierarchyAsync(key, prospect, lease.Token);
        }

        await statusWrite.DecideAsync(key, prospect, status, lease);
    }

    private async Task EnsureHierarchyAsync(ProspectKey key, ProspectRow prospect, CancellationToken cancel)
    {
        var known = await records.FindAsync(key, cancel);
        var organization = known?.OrganizationParty;
        var person = known?.PersonParty;
        if (organization is null || person is null)
        {
            throw ConnectorErrors.CustomersMissing(key.ProspectId, [organization is null ? "organization customer" : "person customer"]);
        }

        var hierarchy = (await hierarchies.ListByOrganizationAsync(organization, cancel)).FirstOrDefault()
            ?? await hierarchies.CreateAsync(prospect.CompanyName ?? prospect.ProspectName ?? key.ProspectId, organization, cancel);
        if (hierarchy.CustomerHierarchyNode?.Any(node => node.IsAdministrator) != true)
        {
            await hierarchies.AddAdministratorAsync(hierarchy.CustomerHierarchyId, person, cancel);
        }
    }
}
