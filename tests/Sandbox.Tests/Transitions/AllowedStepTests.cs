using System.Net;
using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Host.Sellers;
using B2BConnector.Sandbox.Tests.Modes;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Transitions;

/// <summary>The steps T1–T9 that the state machine of a prospect allows, done by people on a whole sandbox.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class AllowedStepTests
{
    private const string Api = "/api/data/v9.2";

    [Fact]
    public Task T1_FormSent_IsConfirmedAndNothingElse() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = new Story(SampleStory.Find("us-01"));
        story.ConfirmationId = await sandbox.Systems.SubmitAsync(story.Sample, CancellationToken.None);
        await sandbox.QuietAsync();

        Assert.Null((string?)(await sandbox.Systems.RequestStateAsync(story, CancellationToken.None))["prospectId"]);
        Assert.Empty(await sandbox.Systems.Headquarters.ListAsync("/data/Prospects?cross-company=true&$select=ProspectId", CancellationToken.None));
        Assert.Empty(await sandbox.Systems.Sales.ListAsync($"{Api}/leads?$select=leadid", CancellationToken.None));
        Assert.Empty(await sandbox.MailsAsync());
    });

    [Fact]
    public Task T2_JobsOfHeadquartersRun_MakeAPendingProspectAndALead() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.LeadAsync(story);

        var facts = await FactsAsync(sandbox, story);
        Assert.Equal(("Pending", 1, "Open", 1), (facts.ProspectStatus, facts.Leads, facts.LeadState, facts.Notes));
        Assert.Empty(facts.Mails);
    });

    /// <summary>A request that headquarters cannot take stays in the channel and shows why; repaired, it goes the way of every other.</summary>
    [Fact]
    public Task T2e_RequestThatCannotBeSynchronized_ShowsItsErrorUntilItIsRepaired() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var sample = SampleStory.Find("us-01");
        var right = sample.Request.DeepClone().AsObject();
        var wrong = right.DeepClone().AsObject();
        wrong["address"]!["country"] = "QQQ"; // well-formed, but no country of headquarters
        var story = new Story(sample with { Request = wrong });
        story.ConfirmationId = await sandbox.Systems.SubmitAsync(story.Sample, CancellationToken.None);
        await sandbox.Systems.RunRequestJobsAsync(CancellationToken.None);
        await sandbox.QuietAsync();
        var state = await sandbox.Systems.RequestStateAsync(story, CancellationToken.None);
        Assert.Equal("Failed", (string?)state["state"]);
        Assert.Contains("'QQQ'", (string?)state["error"], StringComparison.Ordinal);
        Assert.Empty(await sandbox.Systems.Sales.ListAsync($"{Api}/leads?$select=leadid", CancellationToken.None));

        await sandbox.Systems.Headquarters.PutAsync($"/headquarters/customer-synchronization-status/{story.ConfirmationId}", right, CancellationToken.None);
        await sandbox.Systems.RunRequestJobsAsync(CancellationToken.None);
        state = await sandbox.Systems.RequestStateAsync(story, CancellationToken.None);
        (story.LegalEntity, story.ProspectId) = ((string?)state["legalEntity"], (string?)state["prospectId"]);
        await sandbox.LeadAsync(story);

        Assert.Equal("Pending", (await FactsAsync(sandbox, story)).ProspectStatus);
    });

    /// <summary>An edit decides nothing, and it stays where it was made: nobody's words are overwritten.</summary>
    [Fact]
    public Task T3_EditedOnBothSides_StaysPendingAndKeepsBothEdits() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.LeadAsync(story);
        await sandbox.QuietAsync();

        await sandbox.Systems.Headquarters.PatchAsync(Prospect(story), new JsonObject { ["CompanyName"] = "Edited in headquarters" }, CancellationToken.None);
        await sandbox.Systems.Sales.PatchAsync($"{Api}/leads({story.LeadId})", new JsonObject { ["companyname"] = "Edited in Sales" }, CancellationToken.None);
        await sandbox.QuietAsync();

        var facts = await FactsAsync(sandbox, story);
        Assert.Equal(("Pending", "Pending", 1), (facts.ProspectStatus, facts.MirroredStatus, facts.Leads));
        Assert.Empty(facts.Mails);
        Assert.Equal("Edited in headquarters", (string?)(await sandbox.Systems.Headquarters.GetAsync(Prospect(story), CancellationToken.None))["CompanyName"]);
        Assert.Equal("Edited in Sales", (string?)(await sandbox.Systems.Sales.GetAsync($"{Api}/leads({story.LeadId})?$select=companyname", CancellationToken.None))["companyname"]);
    });

    [Fact]
    public Task T4_LeadQualified_MakesBothCustomersAndStaysPending() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.LeadAsync(story);
        await sandbox.QualifyAsync(story);

        var facts = await FactsAsync(sandbox, story);
        Assert.Equal(("Pending", "Qualified", 1, "Open"), (facts.ProspectStatus, facts.LeadState, facts.Opportunities, facts.OpportunityState));
        Assert.Equal((1, 1, 0), (facts.Organizations.Count, facts.Persons.Count, facts.Hierarchies.Count));
        Assert.Equal((facts.Organizations[0], facts.Persons[0]), await sandbox.NumbersInSalesAsync(story));
        Assert.Empty(facts.Mails);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task T5_WonOrApprovedInHeadquarters_IsApprovedWithHierarchyAndAdministrator(bool inHeadquarters) => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await DecidedAsync(sandbox, inHeadquarters ? "Approved" : null, SellerAction.QualifyAndWin);

        var facts = await FactsAsync(sandbox, story);
        Assert.Equal(("Approved", "Approved"), (facts.ProspectStatus, facts.MirroredStatus));
        Assert.Equal((1, 1, 1, 1), (facts.Organizations.Count, facts.Persons.Count, facts.Hierarchies.Count, facts.Administrators));
        Assert.Equal(["approved"], facts.Mails);
    });

    [Fact]
    public Task T6_LeadDisqualified_IsRejectedAndMakesNothing() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await DecidedAsync(sandbox, null, SellerAction.Disqualify);

        var facts = await FactsAsync(sandbox, story);
        Assert.Equal(("Rejected", "Rejected", "Disqualified"), (facts.ProspectStatus, facts.MirroredStatus, facts.LeadState));
        Assert.Equal((0, 0, 0), (facts.Organizations.Count, facts.Persons.Count, facts.Hierarchies.Count));
        Assert.Equal(["rejected"], facts.Mails);
    });

    /// <summary>What qualifying has made in Commerce stays there.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task T7_LostOrRejectedInHeadquarters_IsRejectedAndLeavesTheCustomers(bool inHeadquarters) => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.LeadAsync(story);
        await sandbox.QualifyAsync(story);
        if (inHeadquarters)
        {
            await sandbox.DecideInHeadquartersAsync(story, "Rejected");
            await sandbox.QuietAsync();
        }
        else
        {
            await sandbox.ActAsync(story, SellerAction.QualifyAndLose);
        }

        var facts = await FactsAsync(sandbox, story);
        Assert.Equal(("Rejected", "Rejected"), (facts.ProspectStatus, facts.MirroredStatus));
        Assert.Equal((1, 1, 0), (facts.Organizations.Count, facts.Persons.Count, facts.Hierarchies.Count));
        Assert.Equal(["rejected"], facts.Mails);
    });

    [Fact]
    public Task T8_ApprovedAgain_ChangesNothing() => AgainAsync(SellerAction.QualifyAndWin, "approve", "Approved", hierarchies: 1);

    [Fact]
    public Task T9_RejectedAgain_ChangesNothing() => AgainAsync(SellerAction.Disqualify, "reject", "Rejected", hierarchies: 0);

    private static Task AgainAsync(SellerAction action, string operation, string status, int hierarchies) => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await DecidedAsync(sandbox, null, action);

        var (answered, answer) = await sandbox.CallAsync($"/prospects/usrt/{story.ProspectId}/{operation}");
        var again = await sandbox.DecideAsync(story);
        await sandbox.QuietAsync();

        Assert.True(answered == HttpStatusCode.OK, $"{(int)answered} {answer.ToJsonString()}");
        Assert.Equal(status, (string?)answer["status"]);
        Assert.Equal("alreadyDecided", (string?)again["outcome"]);
        var facts = await FactsAsync(sandbox, story);
        Assert.Equal((status, hierarchies), (facts.ProspectStatus, facts.Hierarchies.Count));
        Assert.Single(facts.Mails);
    });

    private static async Task<Story> DecidedAsync(ModeSandbox sandbox, string? inHeadquarters, SellerAction action)
    {
        var story = await sandbox.ProspectAsync("us-01");
        if (inHeadquarters is null)
        {
            await sandbox.ActAsync(story, action);
            return story;
        }

        await sandbox.LeadAsync(story);
        await sandbox.QuietAsync();
        await sandbox.DecideInHeadquartersAsync(story, inHeadquarters);
        await sandbox.QuietAsync();
        return story;
    }

    private static string Prospect(Story story) => $"/data/Prospects(dataAreaId='usrt',ProspectId='{story.ProspectId}')?cross-company=true";

    /// <summary>What is so, and that nobody was asked for help.</summary>
    private static async Task<StoryFacts> FactsAsync(ModeSandbox sandbox, Story story)
    {
        var facts = await sandbox.FactsAsync(story);
        Assert.Empty(facts.SyncIssues);
        return facts;
    }
}
