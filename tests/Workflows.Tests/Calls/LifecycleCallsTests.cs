using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Workflows.Tests.Crashes;
using B2BConnector.Workflows.Tests.Modes;
using B2BConnector.Workflows.Tests.Support;

namespace B2BConnector.Workflows.Tests.Calls;

/// <summary>What a lifecycle in which nothing fails costs, polling and reconcile aside: both systems limit how many calls a connection may make.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class LifecycleCallsTests
{
    private static readonly string[] Created = ["create-lead: Add_lead", "create-lead: Get_prospect", "create-lead: Write_timeline_note"];
    private static readonly string[] Decided = ["decide-prospect: List_opportunities_of_prospect", "decide-prospect: Mirror_status_on_lead", "decide-prospect: Read_lead"];
    private static readonly string[] Customers =
    [
        "ensure-customers: Ensure_customers_in_Commerce", "ensure-customers: Read_lead", "ensure-customers: Write_number_on_account", "ensure-customers: Write_number_on_contact",
    ];

    [Fact]
    public Task Calls_Won_AreTheseAndNoOther() => PlayAsync(SellerAction.QualifyAndWin, 11, [.. Created, .. Decided, "decide-prospect: Approve_prospect", .. Customers]);

    [Fact]
    public Task Calls_Lost_AreTheseAndNoOther() => PlayAsync(SellerAction.QualifyAndLose, 11, [.. Created, .. Decided, "decide-prospect: Reject_prospect", .. Customers]);

    [Fact]
    public Task Calls_Disqualified_AreTheseAndNoOther() => PlayAsync(SellerAction.Disqualify, 8, [.. Created, .. Decided, "decide-prospect: Reject_prospect"]);

    /// <param name="action">What the seller does.</param>
    /// <param name="dataverse">All calls of Dataverse: those of connections, and three of MatchExistingAccounts.</param>
    /// <param name="expected">Calls of connections by action, each once.</param>
    private static async Task PlayAsync(SellerAction action, int dataverse, string[] expected)
    {
        using var folder = new TemporaryFolder();
        var workflows = folder.CopyOfWorkflows();
        CrashVariant.Plain.ChangeParameters(workflows); // reconcile sleeps
        var calls = new CallCounter();
        await ModeSandbox.PlayAsync(calls.Install, PlayAsync, workflows);

        Assert.Equal(string.Join('\n', expected.Order(StringComparer.Ordinal)), string.Join('\n', calls.Actions));
        Assert.Equal(dataverse, calls.DataverseCalls);

        async Task PlayAsync(ModeSandbox sandbox)
        {
            await sandbox.QuietAsync();
            calls.Forget(); // what happens at a start
            var story = await sandbox.ProspectAsync("us-01");
            await sandbox.LeadAsync(story);
            if (action != SellerAction.Disqualify)
            {
                // Sellers take days between qualifying and closing.
                var qualify = new JsonObject { ["CreateAccount"] = true, ["CreateContact"] = true, ["CreateOpportunity"] = true, ["Status"] = 3 };
                await sandbox.Systems.Sales.PostAsync($"/api/data/v9.2/leads({story.LeadId})/Microsoft.Dynamics.CRM.QualifyLead", qualify, CancellationToken.None);
                await sandbox.QuietAsync();
            }

            await sandbox.ActAsync(story, action);
        }
    }
}
