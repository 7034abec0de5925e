using System.Text.Json.Nodes;
using B2BConnector.Emulation.Faults;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Modes;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.SyncIssues;

/// <summary>
/// After an outage the administrator selects all open issues and sets them to Retry in one go. Inferred: Dataverse saves a bulk edit as one
/// update for each row, so here the updates come at the same time.
/// </summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class ReplayAllTests
{
    private const string Issues = "/api/data/v9.2/b2b_syncissues";
    private const int Open = 726000000, Retry = 726000001, Solved = 726000003;
    private readonly FaultSwitches _commerce = new();

    [Fact]
    public Task Issues_AllSetToRetryAtOnce_AreSolvedOnceAndTheOneThatFailsSaysWhy() => ModeSandbox.PlayAsync(hooks => hooks.Commerce = options => options.Faults = _commerce, async sandbox =>
    {
        var stories = new List<Story>();
        foreach (var sample in new[] { "us-01", "us-02", "us-03", "nl-01", "de-03" })
        {
            stories.Add(await sandbox.ProspectAsync(sample));
        }

        foreach (var story in stories)
        {
            await sandbox.LeadAsync(story);
        }

        await sandbox.QuietAsync();
        _commerce.Script = request => request.Caller == "sandbox-connector" ? new FaultRule { Kind = FaultKind.Unavailable } : null;
        foreach (var story in stories)
        {
            await sandbox.SellAsync(story, story.Sample.Action);
        }

        await sandbox.QuietAsync();
        var before = await OpenAsync(sandbox);
        Assert.All(stories, story => Assert.Contains(before, issue => IsOf(issue, story) && (string?)issue["b2b_step"] == "decide-prospect"));

        // Commerce is back, but meanwhile somebody has entered one of the companies twice.
        var broken = stories.Single(story => story.Sample.Id == "us-02");
        var twins = new[] { await TwinAsync(sandbox, broken), await TwinAsync(sandbox, broken) };
        _commerce.Clear();
        await Task.WhenAll(before.Select(issue => sandbox.Systems.Sales.PatchAsync($"{Issues}({(string)issue["b2b_syncissueid"]!})", new JsonObject { ["b2b_status"] = Retry }, CancellationToken.None)));
        await sandbox.QuietAsync();

        var after = (await AllAsync(sandbox)).ToDictionary(issue => (string)issue["b2b_syncissueid"]!);
        Assert.Equal(before.Select(issue => (string)issue["b2b_syncissueid"]!).Order(), after.Keys.Order());
        Assert.All(after.Values, issue => Assert.Equal(IsOf(issue, broken) ? Open : Solved, (int)issue["b2b_status"]!));
        Assert.All(before.Where(issue => IsOf(issue, broken)), issue =>
        {
            var again = after[(string)issue["b2b_syncissueid"]!];
            Assert.Contains("Commerce does not answer", (string)issue["b2b_reason"]!, StringComparison.Ordinal);
            Assert.All(twins, twin => Assert.Contains(twin, (string)again["b2b_reason"]!, StringComparison.Ordinal));

            // Ensure-customers fails by itself and as the first step of decide-prospect.
            var more = (int)again["b2b_attempts"]! - (int)issue["b2b_attempts"]!;
            Assert.InRange(more, 1, (string?)issue["b2b_step"] == "ensure-customers" ? 2 : 1);
        });

        // One replay for each issue, and every story but one has ended as its sample says, with nothing doubled.
        Assert.Equal(before.Count, (await sandbox.Systems.RunsAsync("replay-issue", null, CancellationToken.None)).Count);
        foreach (var story in stories)
        {
            story.Facts = await sandbox.FactsAsync(story);
        }

        StoryCheck.CheckAll([.. stories.Where(story => story != broken)], stories.Count - 1);
        Assert.Empty(stories.SelectMany(story => story.Problems.Select(problem => $"{story.Key}: {problem}")));
        Assert.Equal(("Pending", 0, 0), (broken.Facts!.ProspectStatus, broken.Facts.Hierarchies.Count, broken.Facts.Mails.Count));
    });

    private static async Task<string> TwinAsync(ModeSandbox sandbox, Story story) =>
        (string)(await sandbox.CustomerAsync(story.LegalEntity!, ("PartyType", "Organization"), ("OrganizationName", story.Sample.Company)))["CustomerAccount"]!;

    private static bool IsOf(JsonObject issue, Story story) =>
        (string?)issue["b2b_legalentity"] == story.LegalEntity && (string?)issue["b2b_prospectid"] == story.ProspectId;

    private static async Task<IReadOnlyList<JsonObject>> OpenAsync(ModeSandbox sandbox) => [.. (await AllAsync(sandbox)).Where(issue => (int)issue["b2b_status"]! == Open)];

    private static Task<IReadOnlyList<JsonObject>> AllAsync(ModeSandbox sandbox) => sandbox.Systems.Sales.ListAsync(
        $"{Issues}?$select=b2b_syncissueid,b2b_legalentity,b2b_prospectid,b2b_step,b2b_status,b2b_reason,b2b_attempts", CancellationToken.None);
}
