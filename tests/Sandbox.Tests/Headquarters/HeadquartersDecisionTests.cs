using System.Text.Json.Nodes;
using B2BConnector.Emulation.Faults;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Headquarters;

/// <summary>A decision made in Commerce headquarters comes back to Sales, once, and not back again.</summary>
[Collection(nameof(HostProcess))]
public sealed class HeadquartersDecisionTests
{
    private const int MirroredApproved = 726000001, MirroredRejected = 726000002;

    [Theory]
    [InlineData("Approved", MirroredApproved)]
    [InlineData("Rejected", MirroredRejected)]
    public async Task Annotate_DecidedInHeadquarters_WritesStatusAndNoteAndLeavesTheLeadOpen(string status, int mirrored)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var story = await sandbox.LeadAsync("us-01");

        await DecideAsync(sandbox, story, status, mirrored);

        var lead = Assert.Single(await sandbox.RowsAsync("leads", "statecode,b2b_prospectstatus", story));
        Assert.Equal(0, (int)lead["statecode"]!);
        Assert.Contains(await sandbox.NotesAsync(story), note => (string?)note["subject"] == $"{status} in Commerce headquarters");
        Assert.Equal(0, await sandbox.RunsAsync("decide-prospect", story));
        Assert.Equal(0, await sandbox.CommerceCallsAsync("sandbox-connector", "PATCH", "/data/Prospects"));
    }

    [Fact]
    public async Task Annotate_HeardTwice_WritesOnce()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var story = await sandbox.LeadAsync("us-01");
        await DecideAsync(sandbox, story, "Approved", MirroredApproved);

        var address = await sandbox.CallbackAsync("mirror-decision", "When_a_decision_is_to_be_mirrored");
        var answer = await sandbox.Systems.Runtime.PostAsync(address, new JsonObject { ["legalEntity"] = story.LegalEntity, ["prospectId"] = story.ProspectId }, CancellationToken.None);

        Assert.Equal("nothingToDo", (string?)answer["outcome"]);
        Assert.Equal(2, (await sandbox.NotesAsync(story)).Count); // origin and decision
    }

    [Fact]
    public async Task Close_ApprovedInHeadquarters_QualifiesAndWinsAndSendsNothingBack()
    {
        await using var sandbox = await TestSandbox.StartAsync(Close);
        var story = await sandbox.LeadAsync("us-01");

        await DecideAsync(sandbox, story, "Approved", MirroredApproved);
        await TestSandbox.EventuallyAsync(async () => await sandbox.RunsAsync("decide-prospect", story) == 1 && await sandbox.IsQuietAsync());

        Assert.Equal(1, (int)Assert.Single(await sandbox.RowsAsync("leads", "statecode", story))["statecode"]!);
        Assert.Equal(1, (int)Assert.Single(await sandbox.RowsAsync("opportunities", "statecode", story))["statecode"]!);

        // The closed opportunity asks for the decision that is made already: answered from what Commerce says, nothing is written.
        Assert.Equal(0, await sandbox.CommerceCallsAsync("sandbox-connector", "PATCH", "/data/Prospects"));
        Assert.Equal(1, await sandbox.RunsAsync("mirror-decision", story));
        Assert.Empty(await sandbox.RowsAsync("b2b_syncissues", "b2b_reason", story));
    }

    [Fact]
    public async Task Close_RejectedInHeadquarters_DisqualifiesTheLead()
    {
        await using var sandbox = await TestSandbox.StartAsync(Close);
        var story = await sandbox.LeadAsync("us-01");

        await DecideAsync(sandbox, story, "Rejected", MirroredRejected);
        await TestSandbox.EventuallyAsync(async () => await sandbox.RunsAsync("decide-prospect", story) == 1 && await sandbox.IsQuietAsync());

        Assert.Equal(2, (int)Assert.Single(await sandbox.RowsAsync("leads", "statecode", story))["statecode"]!);
        Assert.Equal(0, await sandbox.CommerceCallsAsync("sandbox-connector", "PATCH", "/data/Prospects"));
    }

    [Fact]
    public async Task Conflict_LostInSalesAfterApprovalInHeadquarters_IsAnIssueAndNeverReversed()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var story = await sandbox.LeadAsync("us-01");
        await DecideAsync(sandbox, story, "Approved", MirroredApproved);

        await sandbox.Seller.ActAsync(SellerAction.QualifyAndLose, story.LeadId!, CancellationToken.None);
        IReadOnlyList<JsonObject> issues = [];
        await TestSandbox.EventuallyAsync(async () => (issues = await sandbox.RowsAsync("b2b_syncissues", "b2b_step,b2b_reason,b2b_attempts", story)).Count > 0);

        var issue = Assert.Single(issues);
        Assert.Equal(("decide-prospect", 1), ((string?)issue["b2b_step"], (int)issue["b2b_attempts"]!));
        Assert.Equal("Approved", await sandbox.ProspectStatusAsync(story));
    }

    /// <summary>Commerce lets the connector wait with its first customer, and headquarters makes its own in this time.</summary>
    [Fact]
    public async Task Approve_WhileTheCustomersAreMade_LeavesOneCompany()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var faults = new FaultSwitches
        {
            Script = request => request is { Method: "POST", Path: "/data/CustomersV3" } && asked.TrySetResult()
                ? new FaultRule { Kind = FaultKind.Throttle, RetryAfter = TimeSpan.FromSeconds(2) }
                : null,
        };
        await using var sandbox = await TestSandbox.StartAsync(configure: options => options.Hooks.Commerce = commerce => commerce.Faults = faults);
        var story = await sandbox.LeadAsync("us-01");

        await sandbox.Seller.ActAsync(SellerAction.QualifyAndWin, story.LeadId!, CancellationToken.None);
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await sandbox.DecideInHeadquartersAsync(story, "Approved");
        await TestSandbox.EventuallyAsync(async () => await sandbox.RunsAsync("decide-prospect", story) == 1 && await sandbox.IsQuietAsync());

        var company = Uri.EscapeDataString($"OrganizationName eq '{story.Sample.Company}' and PartyType eq 'Organization'");
        Assert.Single(await sandbox.Systems.Headquarters.ListAsync($"/data/CustomersV3?cross-company=true&$filter={company}", CancellationToken.None));
        Assert.Empty(await sandbox.RowsAsync("b2b_syncissues", "b2b_reason", story));
    }

    private static async Task DecideAsync(TestSandbox sandbox, Story story, string status, int mirrored)
    {
        // The trigger's first look only marks where it begins.
        await sandbox.Systems.RunTriggerAsync("prospect-decided", "When_a_prospect_is_decided", CancellationToken.None);
        await sandbox.DecideInHeadquartersAsync(story, status);
        await TestSandbox.EventuallyAsync(async () =>
        {
            await sandbox.Systems.RunTriggerAsync("prospect-decided", "When_a_prospect_is_decided", CancellationToken.None);
            return (int?)(await sandbox.RowsAsync("leads", "b2b_prospectstatus", story)).Single()["b2b_prospectstatus"] == mirrored && await sandbox.IsQuietAsync();
        });
    }

    private static void Close(string workflows)
    {
        var file = Path.Combine(workflows, "parameters.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"Annotate\"", "\"Close\"", StringComparison.Ordinal));
    }
}
