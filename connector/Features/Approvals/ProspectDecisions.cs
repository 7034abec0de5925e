using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Customers;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Approvals;

/// <summary>
/// Decides on a prospect exactly once: reads first, answers a repetition without writing, refuses to reverse, writes by the
/// configured strategy, and believes only what it reads back.
/// </summary>
internal sealed class ProspectDecisions(
    ProspectReader reader,
    PartnerHierarchies hierarchies,
    CustomerFinder finder,
    ApprovalHolds holds,
    DecisionRecords records,
    IEnumerable<IDecisionStrategy> strategies,
    LeaseStore leases,
    TimeProvider time,
    IOptions<DecisionOptions> decision,
    IOptions<CustomersOptions> customers)
{
    private static readonly TimeSpan Quarantine = TimeSpan.FromSeconds(20);
    private readonly IDecisionStrategy _strategy = strategies.Single(strategy => strategy.Name == decision.Value.Strategy);

    public async Task<DecisionAnswer> ApproveAsync(ProspectKey key, CancellationToken cancel)
    {
        await using var lease = await leases.TakeAsync(cancel, LeaseNames.OfProspect(key));
        var row = await DecidableAsync(key, ProspectStatus.Approved, lease.Token);
        if (ProspectReader.StatusOf(row) == ProspectStatus.Approved)
        {
            return await AnswerAsync(key, ProspectStatus.Approved, alreadyDecided: true, await CheckApprovalAsync(key, row, tries: 1, lease.Token), lease.Token);
        }

        await holds.ThrowIfOnHoldAsync(key.LegalEntity, lease.Token);
        if (customers.Value.Creation != CustomerCreation.OnApproval)
        {
            await finder.ThrowIfMissingAsync(key, row, lease.Token);
        }

        await WriteAsync(key, row, ProspectStatus.Approved, null, lease);
        return await AnswerAsync(key, ProspectStatus.Approved, alreadyDecided: false, await CheckApprovalAsync(key, row, decision.Value.ReadBackTries, lease.Token), lease.Token);
    }

    public async Task<DecisionAnswer> RejectAsync(ProspectKey key, string? reason, CancellationToken cancel)
    {
        await using var lease = await leases.TakeAsync(cancel, LeaseNames.OfProspect(key));
        var row = await DecidableAsync(key, ProspectStatus.Rejected, lease.Token);
        var already = ProspectReader.StatusOf(row) == ProspectStatus.Rejected;
        if (!already)
        {
            await WriteAsync(key, row, ProspectStatus.Rejected, reason, lease);
        }

        return await AnswerAsync(key, ProspectStatus.Rejected, already, null, lease.Token);
    }

    /// <summary>
    /// An approval is one when the partner can sign in: there is a hierarchy with an administrator, and one person with the e-mail address.
    /// Else, when it was our approval, the next ones wait for a person; one made in headquarters says nothing about our strategy.
    /// </summary>
    private async Task<PartnerHierarchy> CheckApprovalAsync(ProspectKey key, ProspectRow row, int tries, CancellationToken cancel)
    {
        var hierarchy = await ReadBackHierarchyAsync(key, row, tries, cancel);
        var persons = await finder.PersonsAsync(key, row, cancel);
        if (hierarchy is not null && persons.Count <= 1)
        {
            return hierarchy;
        }

        var ours = await records.FindAsync(key, ProspectStatus.Approved, CancellationToken.None) is not null;
        if (ours)
        {
            await holds.HoldAsync(key, CancellationToken.None);
        }

        throw persons.Count > 1
            ? ConnectorErrors.CustomersDoubled(key.LegalEntity, key.ProspectId, persons, ours)
            : ConnectorErrors.ApprovedWithoutHierarchy(key.LegalEntity, key.ProspectId, ours);
    }

    /// <summary>The row, if it is pending or already what is wanted.</summary>
    private async Task<ProspectRow> DecidableAsync(ProspectKey key, ProspectStatus wanted, CancellationToken cancel)
    {
        var row = await reader.RowAsync(key, cancel);
        if (!row.IsB2B)
        {
            throw ConnectorErrors.NotB2BProspect(key.ProspectId);
        }

        var status = ProspectReader.StatusOf(row);
        return status switch
        {
            ProspectStatus.Unknown => throw ConnectorErrors.UnknownStatus(key.ProspectId),
            ProspectStatus.Pending => row,
            _ when status == wanted => row,
            _ => throw ConnectorErrors.AlreadyDecided(key.ProspectId, status.ToString(), wanted.ToString()),
        };
    }

    private async Task WriteAsync(ProspectKey key, ProspectRow row, ProspectStatus status, string? reason, Lease lease)
    {
        await records.IntendAsync(key, status, reason, lease.Token);
        try
        {
            await _strategy.DecideAsync(key, row, status, lease);
        }
        catch (CommerceException problem) when (problem.Failure == CommerceFailure.Ambiguous)
        {
            // It may still arrive, so the intention stays recorded and nobody else decides for a moment.
            lease.KeepFor(Quarantine);
            throw;
        }
        catch (Exception problem) when (problem is ConnectorException or CommerceException)
        {
            await records.ForgetAsync(key, status, CancellationToken.None);
            throw;
        }

        var now = ProspectReader.StatusOf(await reader.RowAsync(key, lease.Token));
        if (now != status)
        {
            await records.ForgetAsync(key, status, CancellationToken.None);
            throw ConnectorErrors.CommerceError($"Commerce accepted the decision, but the prospect still is {now}. Look at it in Commerce.");
        }
    }

    /// <summary>A hierarchy counts only with an administrator.</summary>
    private async Task<PartnerHierarchy?> ReadBackHierarchyAsync(ProspectKey key, ProspectRow row, int tries, CancellationToken cancel)
    {
        for (var left = tries; ; left--)
        {
            if (await hierarchies.FindAsync(key, row, cancel) is { AdministratorParty: not null } found)
            {
                return found;
            }

            if (left <= 1)
            {
                return null;
            }

            await Task.Delay(decision.Value.ReadBackPause, time, cancel);
        }
    }

    private async Task<DecisionAnswer> AnswerAsync(ProspectKey key, ProspectStatus status, bool alreadyDecided, PartnerHierarchy? hierarchy, CancellationToken cancel)
    {
        var decidedAt = alreadyDecided ? (await records.FindAsync(key, status, cancel))?.DecidedAt : await records.CompleteAsync(key, status, cancel);
        return new DecisionAnswer
        {
            LegalEntity = key.LegalEntity,
            ProspectId = key.ProspectId,
            Status = status,
            AlreadyDecided = alreadyDecided,
            DecidedAt = decidedAt,
            HierarchyId = hierarchy?.HierarchyId,
            Administrator = hierarchy?.AdministratorParty,
        };
    }
}
