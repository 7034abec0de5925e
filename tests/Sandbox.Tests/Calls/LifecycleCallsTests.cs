using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Crashes;
using B2BConnector.Sandbox.Tests.Modes;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Calls;

/// <summary>What a lifecycle in which nothing fails costs, polling and reconcile aside: both systems limit how many calls a connection may make.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class LifecycleCallsTests
{
    /// <summary>The most that one lifecycle may make of the connector, and of Dataverse.</summary>
    private const int Most = 6;

    private static readonly string[] Created = ["create-lead: Add_lead", "create-lead: Get_prospect"];
    private static readonly string[] Customers = ["ensure-customers: Ensure_customers_in_Commerce", "ensure-customers: Read_lead"];
    private static readonly string[] Decided = ["decide-prospect: List_opportunities_of_prospect", "decide-prospect: Mirror_status_on_lead"];

    /// <summary>The first is MatchExistingAccounts, the fourth UpdateAccountAndContact; what a batch holds stands in brackets.</summary>
    private static readonly string[] OfQualified =
    [
        "Batch (List contacts, List accounts, List leads)", "Create lead", "Read lead", "Batch (Upsert account, Upsert contact)", "List opportunities", "Upsert lead",
    ];

    [Fact]
    public Task Calls_Won_AreTheseAndNoOther() => PlayAsync(SellerAction.QualifyAndWin, OfQualified, [.. Created, .. Customers, .. Decided, "decide-prospect: Approve_prospect"]);

    [Fact]
    public Task Calls_Lost_AreTheseAndNoOther() => PlayAsync(SellerAction.QualifyAndLose, OfQualified, [.. Created, .. Customers, .. Decided, "decide-prospect: Reject_prospect"]);

    [Fact]
    public Task Calls_Disqualified_AreTheseAndNoOther() => PlayAsync(
        SellerAction.Disqualify,
        ["Batch (List contacts, List accounts, List leads)", "Create lead", "List opportunities", "Read lead", "Upsert lead"],
        [.. Created, .. Decided, "decide-prospect: Read_lead", "decide-prospect: Reject_prospect"]);

    /// <param name="action">What the seller does.</param>
    /// <param name="dataverse">All calls of Dataverse: those of connections and of functions.</param>
    /// <param name="expected">Calls of connections by action, each once.</param>
    private static async Task PlayAsync(SellerAction action, string[] dataverse, string[] expected)
    {
        using var folder = new TemporaryFolder();
        var workflows = folder.CopyOfWorkflows();
        CrashVariant.Plain.ChangeParameters(workflows); // reconcile sleeps
        var calls = new CallCounter();
        IReadOnlyList<string> ofDataverse = [];
        await ModeSandbox.PlayAsync(calls.Install, PlayAsync, workflows);

        Assert.Equal(string.Join('\n', expected.Order(StringComparer.Ordinal)), string.Join('\n', calls.Actions));
        Assert.Equal(dataverse, ofDataverse);
        Assert.InRange(dataverse.Length, 1, Most);
        Assert.InRange(expected.Count(IsOfTheConnector), 1, Most);

        async Task PlayAsync(ModeSandbox sandbox)
        {
            await sandbox.QuietAsync();
            await calls.ForgetAsync(sandbox); // what happens at a start
            var story = await sandbox.ProspectAsync("us-01");
            await sandbox.LeadAsync(story);
            if (action != SellerAction.Disqualify)
            {
                // Sellers take days between qualifying and closing.
                await sandbox.QualifyAsync(story);
            }

            await sandbox.ActAsync(story, action);
            ofDataverse = await calls.DataverseCallsAsync(sandbox);
        }
    }

    private static bool IsOfTheConnector(string action) =>
        new[] { "Get_prospect", "Ensure_customers_in_Commerce", "Approve_prospect", "Reject_prospect" }.Any(name => action.EndsWith(name, StringComparison.Ordinal));
}
