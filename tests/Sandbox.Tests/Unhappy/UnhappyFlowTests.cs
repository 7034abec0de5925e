using System.Net;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Unhappy;

/// <inheritdoc/>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class UnhappyFlowTests(UnhappySandbox sandbox) : UnhappyFlows(sandbox), IClassFixture<UnhappySandbox>;

/// <summary>The same without managed connections.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class UnhappyFlowHttpTests(UnhappyHttpSandbox sandbox) : UnhappyFlows(sandbox), IClassFixture<UnhappyHttpSandbox>;

/// <summary>What sellers do that no plan foresees: one test for each rule of docs/rules.md.</summary>
public abstract class UnhappyFlows(UnhappySandbox sandbox)
{
    [Fact]
    public async Task Lead_QualifiedTwice_HasOneOrganizationAndOnePerson()
    {
        var story = await sandbox.LeadAsync("us-01");
        await sandbox.QualifyAsync(story);

        await RefusedAsync(() => sandbox.QualifyAsync(story));

        var outcome = await sandbox.OutcomeAsync(story);
        Assert.Equal(("Pending", 2, ""), (outcome.Status, outcome.Customers, outcome.Issues));
    }

    [Fact]
    public async Task Lead_DisqualifiedAfterQualify_IsRefusedBySales()
    {
        var story = await sandbox.LeadAsync("us-02");
        await sandbox.QualifyAsync(story);

        await RefusedAsync(() => sandbox.DisqualifyAsync(story));
        await sandbox.ReopenAsync(story);
        await RefusedAsync(() => sandbox.DisqualifyAsync(story));

        Assert.Equal(("Pending", ""), Short(await sandbox.OutcomeAsync(story)));
    }

    [Fact]
    public async Task Opportunity_LostAfterWin_IsRefusedBySales()
    {
        var story = await sandbox.LeadAsync("us-03");
        var opportunity = await sandbox.QualifyAsync(story);
        await sandbox.WinAsync(opportunity);

        await RefusedAsync(() => sandbox.LoseAsync(opportunity));

        Assert.Equal(("Approved", ""), Short(await sandbox.OutcomeAsync(story)));
    }

    [Fact]
    public async Task Opportunity_WonReopenedLost_KeepsTheApprovalAndTells()
    {
        var story = await sandbox.LeadAsync("us-04");
        var opportunity = await sandbox.QualifyAsync(story);
        await sandbox.WinAsync(opportunity);
        Assert.Equal(("Approved", ""), Short(await sandbox.OutcomeAsync(story)));

        await sandbox.ReopenAsync(opportunity);
        Assert.Equal(("Approved", ""), Short(await sandbox.OutcomeAsync(story)));

        await sandbox.LoseAsync(opportunity);
        Assert.Equal(("Approved", "decide-prospect"), Short(await sandbox.OutcomeAsync(story)));
    }

    [Fact]
    public async Task Lead_QualifiedWithoutOpportunity_WaitsUntilItIsDisqualified()
    {
        var story = await sandbox.LeadAsync("us-05");
        await sandbox.QualifyAsync(story, opportunity: false);
        var outcome = await sandbox.OutcomeAsync(story);
        Assert.Equal(("Pending", 2, ""), (outcome.Status, outcome.Customers, outcome.Issues));

        await sandbox.ReopenAsync(story);
        await sandbox.DisqualifyAsync(story);

        Assert.Equal(("Rejected", ""), Short(await sandbox.OutcomeAsync(story)));
    }

    [Fact]
    public async Task Lead_OpportunityDeletedReopenedDisqualified_IsRejected()
    {
        var story = await sandbox.LeadAsync("us-06");
        var opportunity = await sandbox.QualifyAsync(story);
        await sandbox.DeleteAsync("opportunities", opportunity);
        Assert.Equal(("Pending", ""), Short(await sandbox.OutcomeAsync(story)));

        await sandbox.ReopenAsync(story);
        await sandbox.DisqualifyAsync(story);

        Assert.Equal(("Rejected", ""), Short(await sandbox.OutcomeAsync(story)));
    }

    [Fact]
    public async Task Lead_DeletedWhilePending_IsMadeAgain()
    {
        var story = await sandbox.LeadAsync("gb-01");
        await sandbox.DeleteAsync("leads", story.LeadId!);

        var outcome = await sandbox.OutcomeAsync(story);

        Assert.Equal(("Pending", 1, ""), (outcome.Status, outcome.Leads, outcome.Issues));
    }

    [Fact]
    public async Task Lead_MergedIntoAnother_IsAnIssueAndNoRejection()
    {
        var story = await sandbox.LeadAsync("gb-02");
        await sandbox.MergeAsync(story);

        var outcome = await sandbox.OutcomeAsync(story);

        Assert.Equal(("Pending", "decide-prospect"), Short(outcome));
        Assert.Contains("merged", outcome.Reasons, StringComparison.Ordinal);
        Assert.Equal(("Pending", "decide-prospect"), Short(await sandbox.OutcomeAsync(story)));
    }

    [Fact]
    public async Task Lead_ReopenedAfterRejection_KeepsTheRejectionAndTells()
    {
        var story = await sandbox.LeadAsync("gb-03");
        await sandbox.DisqualifyAsync(story);
        Assert.Equal(("Rejected", ""), Short(await sandbox.OutcomeAsync(story)));

        await sandbox.ReopenAsync(story);
        Assert.Equal(("Rejected", ""), Short(await sandbox.OutcomeAsync(story)));

        await sandbox.WinAsync(await sandbox.QualifyAsync(story));
        var outcome = await sandbox.OutcomeAsync(story);
        Assert.Equal(("Rejected", "decide-prospect ensure-customers", 0), (outcome.Status, outcome.Issues, outcome.Customers));
    }

    [Theory]
    [InlineData("nl-01", "lose", "", "Pending")]
    [InlineData("nl-02", "", "lose", "Pending")]
    [InlineData("nl-03", "lose", "lose", "Rejected")]
    [InlineData("de-01", "lose", "win", "Approved")]
    [InlineData("de-02", "win", "lose", "Approved")]
    [InlineData("de-03", "win", "", "Approved")]
    public async Task Opportunities_Several_DecideTogether(string sample, string first, string second, string status)
    {
        var story = await sandbox.LeadAsync(sample);
        var opportunities = (await sandbox.QualifyAsync(story), await sandbox.AddOpportunityAsync(story));

        await CloseAsync(opportunities.Item1, first);
        await sandbox.OutcomeAsync(story);
        await CloseAsync(opportunities.Item2, second);

        Assert.Equal((status, ""), Short(await sandbox.OutcomeAsync(story)));
    }

    [Theory]
    [InlineData("de-04", false)]
    [InlineData("fr-01", true)]
    public async Task Opportunity_MadeByHand_CountsByItsKey(string sample, bool fromAnotherLead)
    {
        var story = await sandbox.LeadAsync(sample);
        await sandbox.QualifyAsync(story, opportunity: false);
        var opportunity = await sandbox.AddOpportunityAsync(story, fromAnotherLead ? await sandbox.AddLeadAsync(story) : null);

        await sandbox.WinAsync(opportunity);

        var outcome = await sandbox.OutcomeAsync(story);
        Assert.Equal(("Approved", "", 2), (outcome.Status, outcome.Issues, outcome.Customers));
    }

    private Task CloseAsync(string opportunity, string how) => how switch
    {
        "win" => sandbox.WinAsync(opportunity),
        "lose" => sandbox.LoseAsync(opportunity),
        _ => Task.CompletedTask,
    };

    private static (string Status, string Issues) Short(Outcome outcome) => (outcome.Status, outcome.Issues);

    private static async Task RefusedAsync(Func<Task> act) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<DemoStepFailure>(act)).Status);
}
