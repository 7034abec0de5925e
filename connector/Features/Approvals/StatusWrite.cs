using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>
/// Writes B2BProspectStatus, on which Commerce runs its own approval. Inferred from the dual-write map of prospects, which
/// carries the decision that way; ProspectDecisions therefore reads back what came of it.
/// </summary>
internal sealed class StatusWrite(CommerceProspects prospects) : IDecisionStrategy
{
    private const int Tries = 3;

    public string Name => nameof(StatusWrite);

    public async Task DecideAsync(ProspectKey key, ProspectRow prospect, ProspectStatus status, Lease lease)
    {
        var (row, isUnknown) = (prospect, false);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await prospects.WriteStatusAsync(key, status, row.ETag, lease.Token);
                return;
            }
            catch (CommerceException problem) when (problem.Failure is CommerceFailure.Changed or CommerceFailure.Ambiguous)
            {
                isUnknown |= problem.Failure == CommerceFailure.Ambiguous;
                row = await prospects.FindAfterWriteAsync(key, isUnknown, lease.Token) ?? throw ConnectorErrors.ProspectNotFound(key.LegalEntity, key.ProspectId);
                var now = ProspectReader.StatusOf(row);
                if (now == status)
                {
                    return;
                }

                if (now != ProspectStatus.Pending)
                {
                    throw ConnectorErrors.AlreadyDecided(key.ProspectId, now.ToString(), status.ToString());
                }

                // An etag makes the second write harmless if the first still arrives. Without one, only time can tell.
                if (tries == Tries || (problem.Failure == CommerceFailure.Ambiguous && row.ETag is null))
                {
                    throw;
                }
            }
            catch (CommerceException problem) when (isUnknown)
            {
                // This one did not arrive, but the one before still may.
                throw problem.AsStillUnknown();
            }
        }
    }
}
