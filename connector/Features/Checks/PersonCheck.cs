namespace B2BConnector.Connector.Features.Checks;

/// <summary>What partners need and no interface of Commerce tells (BR-02, BR-04, BR-60, and whether dual-write runs beside the connector).</summary>
internal sealed class PersonCheck : IEnvironmentCheck
{
    public string Code => "person";

    public Task RunAsync(string legalEntity, CheckFindings findings, CancellationToken cancel)
    {
        findings.Add(
            "featureLinking",
            CheckState.Confirm,
            "Look in Feature management whether 'Local Identity Record and Commerce Customer automatic linking' is on. Without it nobody of a new partner can finish signing up; on, it holds for all channels of the environment.");
        findings.Add(
            "documentTypes",
            CheckState.Confirm,
            "Open the page Document types in Commerce once, if nobody has: the first visit sets them up.");
        findings.Add(
            "accountPayment",
            CheckState.Confirm,
            "If partners are to pay on account: look whether the channel has a payment method of customer accounts, and whether the site setting 'Enable customer account payments' is Enabled for B2B customers.");
        findings.Add(
            "dualWrite",
            CheckState.Confirm,
            "If dual-write is installed: look whether its map Prospects (leads) is stopped, else each prospect becomes two leads. Where its maps of customers run, set Customers:Creation to AdoptOnly.");
        return Task.CompletedTask;
    }
}
