using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.SyncIssues;

/// <summary>What could not be done is an issue in words; a person mends the cause and sets it to Retry.</summary>
[Collection(nameof(HostProcess))]
public sealed class ReplayTests
{
    private const int Open = 726000000, Retry = 726000001, Solved = 726000003;

    [Fact]
    public async Task Issue_CauseMendedAndRetried_IsClosedAndTheStoryEnds()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var story = await sandbox.LeadAsync("us-01");
        var twins = new[] { await CompanyAsync(sandbox, story), await CompanyAsync(sandbox, story) };
        await sandbox.Seller.ActAsync(SellerAction.QualifyAndWin, story.LeadId!, CancellationToken.None);
        var issues = await IssuesAsync(sandbox, story, all => all.Count == 2 && all.All(issue => (int)issue["b2b_status"]! == Open));

        Assert.Equal(["decide-prospect", "ensure-customers"], issues.Select(issue => (string)issue["b2b_step"]!).Order());
        Assert.All(issues, issue => Assert.Contains(twins[0], (string)issue["b2b_reason"]!, StringComparison.Ordinal));
        Assert.All(issues, issue => Assert.NotEmpty((string)issue["b2b_remedy"]!));
        Assert.DoesNotContain(issues, issue => issue.ToJsonString().Contains(story.Sample.Email, StringComparison.OrdinalIgnoreCase));

        await sandbox.Systems.Headquarters.PatchAsync($"/data/CustomersV3(dataAreaId='usrt',CustomerAccount='{twins[1]}')?cross-company=true", new JsonObject { ["OrganizationName"] = "Another company" }, CancellationToken.None);
        await RetryAsync(sandbox, issues.Single(issue => (string?)issue["b2b_step"] == "ensure-customers"));
        await IssuesAsync(sandbox, story, all => all.Any(issue => (int)issue["b2b_status"]! == Solved));
        await RetryAsync(sandbox, issues.Single(issue => (string?)issue["b2b_step"] == "decide-prospect"));
        await IssuesAsync(sandbox, story, all => all.All(issue => (int)issue["b2b_status"]! == Solved));

        Assert.Equal("Approved", await sandbox.ProspectStatusAsync(story));
    }

    [Fact]
    public async Task Issue_CauseStillThere_IsOpenAgainWithOneMoreAttempt()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var story = await sandbox.LeadAsync("us-01");
        await CompanyAsync(sandbox, story);
        await CompanyAsync(sandbox, story);
        await sandbox.Seller.ActAsync(SellerAction.QualifyAndLose, story.LeadId!, CancellationToken.None);
        var before = (await IssuesAsync(sandbox, story, all => all.Count == 1 && (int)all[0]["b2b_status"]! == Open)).Single();
        await TestSandbox.EventuallyAsync(sandbox.IsQuietAsync);
        before = (await IssuesAsync(sandbox, story, _ => true)).Single();

        await RetryAsync(sandbox, before);

        var after = await IssuesAsync(sandbox, story, all => (int)all[0]["b2b_attempts"]! > (int)before["b2b_attempts"]! && (int)all[0]["b2b_status"]! == Open);
        Assert.Equal((int)before["b2b_attempts"]! + 1, (int)after[0]["b2b_attempts"]!);
    }

    [Fact]
    public async Task Issue_OfAnUnknownStep_IsOpenAgainAndSaysWhatToDo()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.Systems.Sales.PostAsync(
            "/api/data/v9.2/b2b_syncissues",
            new JsonObject { ["b2b_name"] = "by hand", ["b2b_legalentity"] = story.LegalEntity, ["b2b_prospectid"] = story.ProspectId, ["b2b_step"] = "by-hand", ["b2b_status"] = Open },
            CancellationToken.None);

        await RetryAsync(sandbox, (await IssuesAsync(sandbox, story, _ => true)).Single());

        var after = await IssuesAsync(sandbox, story, all => (int)all[0]["b2b_status"]! == Open);
        Assert.Contains("by hand", (string)after[0]["b2b_remedy"]!, StringComparison.Ordinal);
    }

    private static async Task<string> CompanyAsync(TestSandbox sandbox, Story story) => (string)(await sandbox.Systems.Headquarters.PostAsync(
        "/data/CustomersV3?cross-company=true",
        new JsonObject
        {
            ["dataAreaId"] = story.LegalEntity,
            ["PartyType"] = "Organization",
            ["OrganizationName"] = story.Sample.Company,
            ["CustomerGroupId"] = "B2B",
            ["SalesCurrencyCode"] = "USD",
        },
        CancellationToken.None))["CustomerAccount"]!;

    private static Task RetryAsync(TestSandbox sandbox, JsonObject issue) => sandbox.Systems.Sales.PatchAsync(
        $"/api/data/v9.2/b2b_syncissues({(string)issue["b2b_syncissueid"]!})", new JsonObject { ["b2b_status"] = Retry }, CancellationToken.None);

    private static async Task<IReadOnlyList<JsonObject>> IssuesAsync(TestSandbox sandbox, Story story, Func<IReadOnlyList<JsonObject>, bool> holds)
    {
        IReadOnlyList<JsonObject> issues = [];
        await TestSandbox.EventuallyAsync(async () =>
            (issues = await sandbox.RowsAsync("b2b_syncissues", "b2b_syncissueid,b2b_step,b2b_status,b2b_reason,b2b_remedy,b2b_attempts", story)).Count > 0 && holds(issues));
        return issues;
    }
}
