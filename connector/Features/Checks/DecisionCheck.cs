using System.Globalization;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Features.Approvals;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Checks;

/// <summary>
/// What the strategy of decisions really does is seen after an approval, never before: no document confirms that a status that is written
/// makes customers and hierarchy. One approval that was read back with hierarchy and administrator proves the feature and the number
/// sequence too (BR-01, BR-03), unless the connector composed the hierarchy itself.
/// </summary>
internal sealed class DecisionCheck(DecisionRecords records, IOptions<DecisionOptions> options) : IEnvironmentCheck
{
    public string Code => "decision";

    public async Task RunAsync(string legalEntity, CheckFindings findings, CancellationToken cancel)
    {
        var strategy = options.Value.Strategy;
        var last = await records.LastApprovalAsync(legalEntity, cancel);
        findings.Add(
            Code,
            last is not null,
            string.Create(CultureInfo.InvariantCulture, $"Decisions are carried out by {strategy}. Its approval of {last:u} left a partner with hierarchy and administrator."),
            $"Decisions are to be carried out by {strategy}, and no approval of this legal entity was read back with hierarchy and administrator yet. Approve a test prospect and look at what it left in Commerce before partners rely on it.",
            CheckState.Confirm);
        var proven = last is not null && strategy != nameof(Compose);
        findings.Add(
            "featureB2B",
            proven,
            "The B2B capabilities of Commerce are on: an approval made a customer hierarchy.",
            "Look in Feature management whether 'Enable the use of B2B eCommerce capabilities' is on. Without it an approval makes no customer hierarchy.",
            CheckState.Confirm);
        findings.Add(
            "numberSequence",
            proven,
            "Customer hierarchies get their numbers: an approval made one.",
            "Look in Commerce shared parameters, Number sequences, whether the reference 'Customer hierarchy ID' has a number sequence. Without it an approval makes no customer hierarchy.",
            CheckState.Confirm);
    }
}
