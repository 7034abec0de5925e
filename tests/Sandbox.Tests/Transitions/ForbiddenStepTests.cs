using System.Net;
using System.Text.Json.Nodes;
using B2BConnector.Emulation;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Host.Services;
using B2BConnector.Sandbox.Tests.Modes;
using B2BConnector.Sandbox.Tests.Simulation;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Transitions;

/// <summary>The steps X1–X9 that the state machine of a prospect forbids, tried by people on a whole sandbox. Each is answered as docs/errors.md says.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class ForbiddenStepTests
{
    private const string Api = "/api/data/v9.2";

    [Fact]
    public Task X1_ReopenedAndLostAfterApproval_IsAnIssueAndStaysApproved() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

        var opportunity = (await OpportunitiesAsync(sandbox, story)).Single();
        await sandbox.Systems.Sales.PatchAsync($"{Api}/opportunities({opportunity})", new JsonObject { ["statecode"] = 0, ["statuscode"] = 1 }, CancellationToken.None);
        await sandbox.ActAsync(story, SellerAction.QualifyAndLose);

        await AssertConflictAsync(sandbox, story, "Approved", "cannot become Rejected", "X1");
        Assert.Single((await sandbox.FactsAsync(story)).Hierarchies);
    });

    [Fact]
    public Task X2_ReactivatedAndWonAfterRejection_IsAnIssueAndStaysRejected() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.ActAsync(story, SellerAction.Disqualify);

        await sandbox.Systems.Sales.PatchAsync($"{Api}/leads({story.LeadId})", new JsonObject { ["statecode"] = 0, ["statuscode"] = 1 }, CancellationToken.None);
        await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

        // The customers of a rejected prospect are refused first, and each step that failed has its issue.
        var issues = await sandbox.IssuesAsync(story);
        Assert.NotEmpty(issues);
        Assert.All(issues, issue => Assert.Contains($"Prospect '{story.ProspectId}' is Rejected and cannot become", (string)issue["b2b_reason"]!, StringComparison.Ordinal));
        var facts = await sandbox.FactsAsync(story);
        Assert.Equal(("Rejected", 0, 0, 0), (facts.ProspectStatus, facts.Organizations.Count, facts.Persons.Count, facts.Hierarchies.Count));
        Assert.Contains("`prospect_already_decided`", Line("X2"), StringComparison.Ordinal);
    });

    [Fact]
    public Task X3X6_NoProspectYetOrOfAnotherType_AreRefusedByTheConnector() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        // Its number will be P-000001, once the jobs have run.
        await sandbox.Systems.SubmitAsync(SampleStory.Find("us-01"), CancellationToken.None);
        await AssertRefusedAsync(sandbox, "P-000001", HttpStatusCode.NotFound, "A request becomes a prospect only after the jobs", "X3");
        var another = await sandbox.Systems.Headquarters.PostAsync(
            "/data/Prospects?cross-company=true", new JsonObject { ["dataAreaId"] = "usrt", ["ProspectName"] = "Ann Beebe", ["IsB2BProspect"] = "No" }, CancellationToken.None);

        await AssertRefusedAsync(sandbox, (string)another["ProspectId"]!, HttpStatusCode.UnprocessableEntity, "is not of the type B2B prospect", "X6");
    });

    [Fact]
    public Task X4_BackToPendingInHeadquarters_IsRefusedThere() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.ActAsync(story, SellerAction.Disqualify);

        var refusal = await Assert.ThrowsAsync<DemoStepFailure>(() => sandbox.Systems.Headquarters.PatchAsync(
            $"/data/Prospects(dataAreaId='usrt',ProspectId='{story.ProspectId}')?cross-company=true", new JsonObject { ["B2BProspectStatus"] = "Pending" }, CancellationToken.None));

        Assert.Contains("it cannot go back to pending", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Rejected", (await sandbox.FactsAsync(story)).ProspectStatus);
        Assert.Contains("Commerce refuses it", Line("X4"), StringComparison.Ordinal);
    });

    /// <summary>No interface of Commerce makes such a prospect, so its row is changed in the store while the sandbox is stopped.</summary>
    [Fact]
    public async Task X5_StatusUnknown_IsAnIssueAndStaysUnknown()
    {
        using var folder = new TemporaryFolder();
        var (time, port) = (new VirtualTime(), LoopbackPort.Require(0, "test", "RuntimePort"));
        Story story = null!;
        await ModeSandbox.PlayAsync(Options(), time, async sandbox =>
        {
            story = await sandbox.ProspectAsync("us-01");
            await sandbox.LeadAsync(story);
            await sandbox.QuietAsync();
        });
        using (var store = EmulatorStore.Open(Path.Combine(folder.Path, "commerce.db")))
        {
            store.Write(session =>
            {
                var key = $"USRT|{story.ProspectId}";
                var row = session.Get("Prospects", key)!;
                row["B2BProspectStatus"] = "Unknown";
                session.Put("Prospects", key, row);
            });
        }

        await ModeSandbox.PlayAsync(Options(), time, async sandbox =>
        {
            await AssertRefusedAsync(sandbox, story.ProspectId!, HttpStatusCode.UnprocessableEntity, "has the status Unknown in Commerce", "X5");
            await sandbox.ActAsync(story, SellerAction.Disqualify);

            var issue = Assert.Single(await sandbox.IssuesAsync(story));
            Assert.Equal("decide-prospect", (string?)issue["b2b_step"]);
            Assert.Contains($"Prospect '{story.ProspectId}' has the status Unknown in Commerce", (string)issue["b2b_reason"]!, StringComparison.Ordinal);
            Assert.Equal("Unknown", (await sandbox.FactsAsync(story)).ProspectStatus);
        });

        // The runtime's address again: Dataverse calls back to the one that it knows.
        SandboxOptions Options()
        {
            var options = VirtualSandbox.Options(time, 1);
            (options.Data, options.RuntimePort) = (folder.Path, port);
            return options;
        }
    }

    [Fact]
    public Task X7_WonWhileACustomerCannotBeMade_IsNotApproved() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        foreach (var _ in new[] { 1, 2 })
        {
            await sandbox.CustomerAsync("usrt", ("PartyType", "Organization"), ("OrganizationName", story.Sample.Company));
        }

        await AssertRefusedAsync(sandbox, story.ProspectId!, HttpStatusCode.Conflict, "customers of type organization with the same name", "X7", code: false);
        await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

        Assert.Equal(["decide-prospect", "ensure-customers"], (await sandbox.IssuesAsync(story)).Select(issue => (string)issue["b2b_step"]!).Order());
        Assert.Equal("Pending", (await sandbox.FactsAsync(story)).ProspectStatus);
    });

    [Fact]
    public Task X8_DisqualifiedAfterQualification_IsRefusedBySales() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.ActAsync(story, SellerAction.LeaveOpen);
        await QualifyAsync(sandbox, story, createOpportunity: true);
        await sandbox.Systems.Sales.PatchAsync($"{Api}/leads({story.LeadId})", new JsonObject { ["statecode"] = 0, ["statuscode"] = 1 }, CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<DemoStepFailure>(() => sandbox.Systems.Sales.PatchAsync(
            $"{Api}/leads({story.LeadId})", new JsonObject { ["statecode"] = 2, ["statuscode"] = 6 }, CancellationToken.None));
        await sandbox.QuietAsync();
        Assert.Equal("Pending", (await sandbox.FactsAsync(story)).ProspectStatus);
        Assert.Contains("opportunity", refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Sales refuses it while an opportunity is there", Line("X8"), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task X9_QualifiedWithoutAnOpportunity_StaysPending(bool deletedAfterwards) => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.ActAsync(story, SellerAction.LeaveOpen);
        await QualifyAsync(sandbox, story, createOpportunity: deletedAfterwards);
        foreach (var opportunity in await OpportunitiesAsync(sandbox, story))
        {
            await sandbox.Systems.Sales.DeleteAsync($"{Api}/opportunities({opportunity})", CancellationToken.None);
        }

        await sandbox.QuietAsync();
        var answer = await sandbox.DecideAsync(story);

        Assert.Equal("nothingToDo", (string?)answer["outcome"]);
        Assert.Contains("`nothingToDo`", Line("X9"), StringComparison.Ordinal);
        Assert.Contains((string)answer["reason"]!.GetValue<string>()[..^1], Line("X9"), StringComparison.Ordinal);
        var facts = await sandbox.FactsAsync(story);
        Assert.Empty(facts.SyncIssues);
        Assert.Equal(("Pending", 1, 1), (facts.ProspectStatus, facts.Organizations.Count, facts.Persons.Count));
    });

    private static async Task QualifyAsync(ModeSandbox sandbox, Story story, bool createOpportunity)
    {
        await sandbox.Systems.Sales.PostAsync(
            $"{Api}/leads({story.LeadId})/Microsoft.Dynamics.CRM.QualifyLead",
            new JsonObject { ["CreateAccount"] = true, ["CreateContact"] = true, ["CreateOpportunity"] = createOpportunity, ["Status"] = 3 },
            CancellationToken.None);
        await sandbox.QuietAsync();
    }

    private static async Task<IEnumerable<string>> OpportunitiesAsync(ModeSandbox sandbox, Story story) => (await sandbox.Systems.Sales.ListAsync(
        $"{Api}/opportunities?$select=opportunityid&$filter={Uri.EscapeDataString($"b2b_prospectid eq '{story.ProspectId}'")}", CancellationToken.None)).Select(row => (string)row["opportunityid"]!);

    private static async Task AssertConflictAsync(ModeSandbox sandbox, Story story, string status, string sentence, string step)
    {
        var issue = Assert.Single(await sandbox.IssuesAsync(story));
        Assert.Contains(sentence, (string)issue["b2b_reason"]!, StringComparison.Ordinal);
        Assert.Contains("A decision in Commerce is final", (string)issue["b2b_remedy"]!, StringComparison.Ordinal);
        Assert.Equal(status, (await sandbox.FactsAsync(story)).ProspectStatus);
        Assert.Contains("`prospect_already_decided`", Line(step), StringComparison.Ordinal);
    }

    /// <summary>The connector answers an approval with what the line of the step says.</summary>
    private static async Task AssertRefusedAsync(ModeSandbox sandbox, string prospectId, HttpStatusCode status, string sentence, string step, bool code = true)
    {
        var (answered, error) = await sandbox.ApproveAsync("usrt", prospectId);
        Assert.Equal(status, answered);
        Assert.Contains(sentence, (string)error["message"]!, StringComparison.Ordinal);
        Assert.True(!code || Line(step).Contains($"`{(string)error["code"]!}`", StringComparison.Ordinal), $"{step}: {(string)error["code"]!}");
    }

    private static string Line(string step) => File.ReadLines(Path.Combine(Repository.Root, "docs", "errors.md")).Single(line => line.StartsWith($"| {step} ", StringComparison.Ordinal));
}
