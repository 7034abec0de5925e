using System.Text.Json.Nodes;
using B2BConnector.Commerce;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace B2BConnector.Sandbox.Tests.Modes;

/// <summary>
/// That writing the status runs the approval is inferred. Where it does not, the first approval is an error that a person reads, the next
/// ones of that legal entity wait until somebody has mended it and released them, and strategy Compose needs none of that.
/// </summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class StatusWithoutEffectsTests
{
    private CommerceOptions _commerce = null!;

    [Fact]
    public Task StatusWrite_ApprovedWithoutHierarchy_HoldsTheLegalEntityUntilReleased() => ModeSandbox.PlayAsync(
        hooks => hooks.Commerce = commerce => (_commerce = commerce).StatusWriteHasEffects = false,
        async sandbox =>
        {
            var first = await sandbox.ProspectAsync("us-01");
            var second = await sandbox.ProspectAsync("us-02");
            var elsewhere = await sandbox.ProspectAsync("nl-01");

            await sandbox.ActAsync(first, SellerAction.QualifyAndWin);
            var without = Assert.Single(await sandbox.IssuesAsync(first));
            Assert.Contains($"Prospect '{first.ProspectId}' is Approved in Commerce, but there is no customer hierarchy", (string)without["b2b_reason"]!, StringComparison.Ordinal);
            Assert.Contains("Release approvals", (string)without["b2b_remedy"]!, StringComparison.Ordinal);
            var facts = await sandbox.FactsAsync(first);
            Assert.Equal(("Approved", "Pending", 0), (facts.ProspectStatus, facts.MirroredStatus, facts.Hierarchies.Count));

            // Held, although by now the write would do what it should: nobody has looked yet.
            _commerce.StatusWriteHasEffects = true;
            await sandbox.ActAsync(second, SellerAction.QualifyAndWin);
            var held = Assert.Single(await sandbox.IssuesAsync(second));
            Assert.Contains($"on hold, because the approval of prospect '{first.ProspectId}'", (string)held["b2b_reason"]!, StringComparison.Ordinal);
            Assert.Equal("Pending", (await sandbox.FactsAsync(second)).ProspectStatus);

            // Another legal entity goes on, and so does a rejection.
            await sandbox.ActAsync(elsewhere, SellerAction.QualifyAndWin);
            await AssertApprovedAsync(sandbox, elsewhere);
            var unwanted = await sandbox.ProspectAsync("us-03");
            await sandbox.ActAsync(unwanted, SellerAction.Disqualify);
            Assert.Equal("Rejected", (await sandbox.FactsAsync(unwanted)).MirroredStatus);

            await MakeHierarchyAsync(sandbox, first);
            Assert.True((bool)(await sandbox.ReleaseAsync("usrt"))["wasOnHold"]!);
            await sandbox.RetryAsync(without);
            await sandbox.RetryAsync(held);

            await AssertApprovedAsync(sandbox, second);
            facts = await sandbox.FactsAsync(first);
            Assert.Empty(facts.SyncIssues);
            Assert.Equal(("Approved", 1, 1, 1), (facts.MirroredStatus, facts.Organizations.Count, facts.Persons.Count, facts.Hierarchies.Count));
        });

    [Fact]
    public Task Compose_WhereTheWriteDoesNothingMore_MakesOneHierarchy() => ModeSandbox.PlayAsync(
        hooks =>
        {
            hooks.Commerce = commerce => commerce.StatusWriteHasEffects = false;
            hooks.Connector = connector => connector.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Decision:Strategy"] = "Compose" });
        },
        async sandbox =>
        {
            var story = await sandbox.ProspectAsync("us-01");

            await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

            // No mail: that is part of the approval that this Commerce does not run.
            await AssertApprovedAsync(sandbox, story, mail: "");
        });

    [Fact]
    public Task CustomService_WhereTheWriteDoesNothingMore_RunsTheWholeDecision() => ModeSandbox.PlayAsync(
        hooks =>
        {
            hooks.Commerce = commerce => (commerce.StatusWriteHasEffects, commerce.DecisionService) = (false, "B2BConnectorServices/ProspectDecision");
            hooks.Connector = connector => connector.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Decision:Strategy"] = "CustomService",
                ["Decision:Service"] = "B2BConnectorServices/ProspectDecision",
            });
        },
        async sandbox =>
        {
            await sandbox.Systems.Headquarters.PostAsync("/_sandbox/faults", new JsonObject { ["route"] = "POST /api/services/*", ["kind"] = "FailAfter" }, CancellationToken.None);
            var won = await sandbox.ProspectAsync("us-01");
            await sandbox.ActAsync(won, SellerAction.QualifyAndWin);
            var unwanted = await sandbox.ProspectAsync("us-03");
            await sandbox.ActAsync(unwanted, SellerAction.Disqualify);

            await AssertApprovedAsync(sandbox, won);
            var facts = await sandbox.FactsAsync(unwanted);
            Assert.Equal(("Rejected", "Rejected", "rejected"), (facts.ProspectStatus, facts.MirroredStatus, string.Join(',', facts.Mails)));
        });

    private static async Task AssertApprovedAsync(ModeSandbox sandbox, Story story, string mail = "approved")
    {
        var facts = await sandbox.FactsAsync(story);
        Assert.Empty(facts.SyncIssues);
        Assert.Equal(("Approved", "Approved", mail), (facts.ProspectStatus, facts.MirroredStatus, string.Join(',', facts.Mails)));
        Assert.Equal((1, 1, 1, 1), (facts.Organizations.Count, facts.Persons.Count, facts.Hierarchies.Count, facts.Administrators));
    }

    /// <summary>What a person does on the page of customer hierarchies.</summary>
    private static async Task MakeHierarchyAsync(ModeSandbox sandbox, Story story)
    {
        var hierarchy = await sandbox.Systems.Headquarters.PostAsync(
            "/data/CustomerHiearchies",
            new JsonObject { ["Name"] = story.Sample.Company, ["Purpose"] = "B2BOrganization", ["OrganizationPartyNumber"] = await PartyAsync($"OrganizationName eq '{story.Sample.Company}'") },
            CancellationToken.None);
        await sandbox.Systems.Headquarters.PostAsync(
            "/data/CustomerHierarchyNodes",
            new JsonObject { ["CustomerHierarchyId"] = (string)hierarchy["CustomerHierarchyId"]!, ["NodePartyNumber"] = await PartyAsync($"PrimaryContactEmail eq '{story.Sample.Email}' and PartyType eq 'Person'"), ["Role"] = "Admin" },
            CancellationToken.None);

        async Task<string> PartyAsync(string filter) => (string)(await sandbox.Systems.Headquarters.ListAsync(
            $"/data/CustomersV3?cross-company=true&$select=PartyNumber&$filter={Uri.EscapeDataString(filter)}", CancellationToken.None)).Single()["PartyNumber"]!;
    }
}
