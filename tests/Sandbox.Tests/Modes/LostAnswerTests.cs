using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Modes;

/// <summary>Every write to Commerce of one story loses its answer, and the workflows are told of everything twice at the same time.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class LostAnswerTests
{
    [Fact]
    public Task Story_EveryWriteLosesItsAnswerAndEveryCallbackComesTwice_HappensOnceAndIsKnownAsOurs() => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        foreach (var route in new[] { "POST /data/CustomersV3*", "PATCH /data/Prospects(*)" })
        {
            await sandbox.Systems.Headquarters.PostAsync("/_sandbox/faults", new JsonObject { ["route"] = route, ["kind"] = "FailAfter", ["times"] = 100 }, CancellationToken.None);
        }

        await sandbox.Systems.Sales.PostAsync("/_sandbox/callback-faults", new JsonObject { ["kind"] = "Double", ["times"] = 100 }, CancellationToken.None);
        var story = await sandbox.ProspectAsync("us-01");

        await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

        var facts = await sandbox.FactsAsync(story);
        Assert.Empty(facts.SyncIssues);
        Assert.Equal(("Approved", "Approved"), (facts.ProspectStatus, facts.MirroredStatus));
        Assert.Equal((1, 1, 1, 1), (facts.Organizations.Count, facts.Persons.Count, facts.Hierarchies.Count, facts.Administrators));

        // One leased caller wrote each, looked after the lost answer, and nobody wrote again.
        Assert.Equal((2, 1), (await WritesAsync(sandbox, "POST", "/data/CustomersV3"), await WritesAsync(sandbox, "PATCH", "/data/Prospects")));

        // The decision was recorded before it was written, so its echo is no decision of headquarters.
        var mirrored = await sandbox.Systems.RunsAsync("mirror-decision", null, CancellationToken.None);
        Assert.True(mirrored.Count == 0, await EveryRunAsync(sandbox));
    });

    private static async Task<string> EveryRunAsync(ModeSandbox sandbox)
    {
        var lines = new List<string>();
        foreach (var workflow in new[] { "lead-qualified", "opportunity-closed", "decide-prospect", "prospect-decided", "reconcile", "replay-issue", "mirror-decision" })
        {
            var runs = await sandbox.Systems.RunsAsync(workflow, null, CancellationToken.None);
            lines.AddRange(runs.Select(run => $"{workflow} {run["properties"]!["startTime"]} {run["properties"]!["endTime"]} {run["properties"]!["status"]}"));
        }

        return string.Join('\n', lines);
    }

    private static async Task<int> WritesAsync(ModeSandbox sandbox, string method, string path) =>
        (await sandbox.Systems.Headquarters.GetAsync("/_sandbox/requests", CancellationToken.None))["value"]!.AsArray()
            .Count(call => (string?)call!["caller"] == "sandbox-connector" && (string?)call["method"] == method && ((string)call["path"]!).StartsWith(path, StringComparison.Ordinal));
}
