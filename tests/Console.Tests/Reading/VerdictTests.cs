using System.Text.Json.Nodes;
using B2BConnector.Host;
using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Reading;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Console.Tests.Reading;

/// <summary>Every state of a story has its sentence, and says who acts.</summary>
public sealed class VerdictTests
{
    private static readonly Uri Anywhere = new("http://localhost:1");
    private static readonly IssueView Issue = new("decide-prospect", "Why.", "Do this.", null, 1, "Open", null, null);

    [Theory]
    [InlineData("Pending", null, null, "A new prospect waits for its lead.", "Nobody has to act.")]
    [InlineData("Pending", 0, null, "The lead is open in Sales.", "A seller.")]
    [InlineData("Pending", 2, null, "The lead is disqualified.", "Nobody has to act.")]
    [InlineData("Pending", 1, 0, "The lead is qualified, the customers are not made yet.", "A seller.")]
    [InlineData("Pending", 1, 1, "The opportunity is won.", "Nobody has to act.")]
    [InlineData("Pending", 1, 2, "The opportunity is lost.", "Nobody has to act.")]
    [InlineData("Pending", 1, null, "The lead is qualified, but has no opportunity.", "A seller.")]
    [InlineData("Approved", 1, 1, "Approved: the company is a customer. The lead in Sales does not show it yet.", "Nobody has to act.")]
    [InlineData("Rejected", null, null, "Rejected: the story is over.", "Nobody has to act.")]
    [InlineData("Blocked", 0, null, "Commerce gives the status Blocked, which this console does not know.", "An administrator.")]
    public void Of_State_SaysWhereItStandsAndWhoActs(string status, int? lead, int? opportunity, string stands, string who)
    {
        var verdict = Of(Story(status, lead, opportunity));

        Assert.Equal((stands, who), (verdict.Stands, verdict.Who));
        Assert.NotEmpty(verdict.Next);
    }

    [Fact]
    public void Of_OpenIssue_GivesItsRemedyToAnAdministrator()
    {
        var verdict = Of(Story("Pending", 1, 1) with { Issues = [Issue] });

        Assert.Equal(("Stuck at the step decide-prospect; the prospect is pending in Commerce.", "Do this.", "An administrator."), (verdict.Stands, verdict.Next, verdict.Who));
    }

    [Fact]
    public void Of_IssueBeingRetried_LetsTheWorkflowWork() =>
        Assert.Equal("The step decide-prospect is being tried again.", Of(Story("Pending", 1, 1) with { Issues = [Issue with { Status = "Retry" }] }).Stands);

    [Fact]
    public void Of_LastRunFailed_SaysWhichAndWhy()
    {
        var failed = new RunView("opportunity-closed", "1", "Failed", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "Commerce is down.", null, null, null, [], 0, []);

        var verdict = Of(Story("Pending", 1, 1) with { Runs = [failed] });

        Assert.Equal(("The opportunity is won, but the approval did not reach Commerce: opportunity-closed failed.", "Commerce is down."), (verdict.Stands, verdict.Next));
    }

    [Fact]
    public void Of_StepBeingRepeated_SaysWhichAndWhy()
    {
        var action = new ActionView("Approve_prospect", "Running", DateTimeOffset.UnixEpoch, null, null, [new AttemptView(DateTimeOffset.UnixEpoch, null, "ServiceUnavailable", null)], null);
        var run = new RunView("decide-prospect", "1", "Running", DateTimeOffset.UnixEpoch, null, null, null, null, null, [action], 0, []);

        Assert.EndsWith(" The step Approve prospect failed 1 time(s) with ServiceUnavailable and is tried again.", Of(Story("Pending", 1, 1) with { Runs = [run] }).Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ApprovedWithoutHierarchy_CallsAnAdministrator() =>
        Assert.Equal("An administrator.", Of(Story("Approved", 1, 1) with { Organization = new JsonObject { ["CustomerAccount"] = "US-1" } }).Who);

    private static Verdict Of(StoryData data)
    {
        using var systems = new ConsoleSystems(new SandboxAddresses(Anywhere, Anywhere, Anywhere, Anywhere, Anywhere));
        return Verdicts.Of(data, new Outages(), systems);
    }

    private static StoryData Story(string status, int? lead, int? opportunity) => new(new ProspectKey("USRT", "P-000001"))
    {
        Prospect = new JsonObject { ["B2BProspectStatus"] = status },
        Lead = lead is null ? null : new JsonObject { ["statecode"] = lead },
        Opportunities = opportunity is null ? [] : [new JsonObject { ["statecode"] = opportunity }],
    };
}
