using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>
/// Calls a service that the owner of the environment deployed, for where writing the status does not run the approval of Commerce. Its
/// address has the documented form /api/services/group/service/operation; the operations approve and reject take _dataAreaId and
/// _prospectId (assumed: the service is the owner's, so its shape is agreed here).
/// </summary>
internal sealed class CustomService(CommerceClient commerce, CommerceProspects prospects, IOptions<DecisionOptions> options) : IDecisionStrategy
{
    public string Name => nameof(CustomService);

    public async Task DecideAsync(ProspectKey key, ProspectRow prospect, ProspectStatus status, Lease lease)
    {
        var operation = status == ProspectStatus.Approved ? "approve" : "reject";
        try
        {
            await commerce.CallServiceAsync(
                $"{options.Value.Service!.Trim('/')}/{operation}", new JsonObject { ["_dataAreaId"] = key.LegalEntity, ["_prospectId"] = key.ProspectId }, lease.Token);
        }
        catch (CommerceException problem) when (problem.Failure == CommerceFailure.Ambiguous)
        {
            // A service has no etag: when the prospect is still pending, the call may yet arrive, and nobody may call again for a moment.
            var row = await prospects.FindAfterWriteAsync(key, isUnknown: true, lease.Token) ?? throw ConnectorErrors.ProspectNotFound(key.LegalEntity, key.ProspectId);
            var now = ProspectReader.StatusOf(row);
            if (now == ProspectStatus.Pending)
            {
                throw;
            }

            if (now != status)
            {
                throw ConnectorErrors.AlreadyDecided(key.ProspectId, now.ToString(), status.ToString());
            }
        }
    }
}
