using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Store;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>Changes a pending prospect: only the columns that differ, and only on the row as it was read.</summary>
internal sealed class ProspectUpdate(ProspectReader reader, CommerceProspects prospects, LeaseStore leases)
{
    private const int Tries = 3;

    /// <exception cref="ConnectorException">prospect_not_found, prospect_not_pending, not_b2b_prospect or unknown_status.</exception>
    public async Task<Prospect> UpdateAsync(ProspectKey key, UpdateProspectRequest request, CancellationToken cancel)
    {
        await using var lease = await leases.TakeAsync(cancel, LeaseNames.OfProspect(key));
        for (var tries = 1; ; tries++)
        {
            var row = await reader.RowAsync(key, lease.Token);
            Check(key, row);
            var changes = ProspectChanges.Between(row, request);
            if (changes.Count == 0)
            {
                return ProspectReader.Say(row);
            }

            try
            {
                await prospects.UpdateAsync(key, changes, row.ETag, lease.Token);
                return ProspectReader.Say(await reader.RowAsync(key, lease.Token));
            }
            catch (CommerceException problem) when (problem.Failure == CommerceFailure.Changed && tries < Tries)
            {
                // Somebody wrote meanwhile, perhaps the decision: everything is looked at again.
            }
        }
    }

    private static void Check(ProspectKey key, ProspectRow row)
    {
        if (!row.IsB2B)
        {
            throw ConnectorErrors.NotB2BProspect(key.ProspectId);
        }

        switch (ProspectReader.StatusOf(row))
        {
            case ProspectStatus.Pending:
                return;
            case ProspectStatus.Unknown:
                throw ConnectorErrors.UnknownStatus(key.ProspectId);
            case var decided:
                throw ConnectorErrors.ProspectNotPending(key.ProspectId, decided.ToString());
        }
    }
}
