using B2BConnector.Connector.Features.Approvals;

namespace B2BConnector.Connector.Features.Checks;

/// <summary>Approvals are not on hold.</summary>
internal sealed class ApprovalCheck(ApprovalHolds holds) : IEnvironmentCheck
{
    public string Code => "approvals";

    public async Task RunAsync(string legalEntity, CheckFindings findings, CancellationToken cancel)
    {
        var prospect = await holds.FindAsync(legalEntity, cancel);
        findings.Add(
            Code,
            prospect is null,
            "Approvals are not on hold.",
            $"Approvals are on hold, because the approval of prospect '{prospect}' did not leave a partner who can sign in. Mend it in Commerce, then call ReleaseApprovals.");
    }
}
