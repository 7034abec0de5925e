using System.Text.Json.Nodes;
using B2BConnector.Emulation.Faults;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Modes;

/// <summary>
/// The function that writes both customer numbers at once fails: they are written one by one, with the retries of a connector call, and what
/// Dataverse refuses then is told in its words.
/// </summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class NumbersOneByOneTests
{
    [Fact]
    public Task Numbers_TogetherRefused_AreWrittenOneByOne() => PlayAsync([], async (sandbox, story) =>
    {
        Assert.Empty(await sandbox.IssuesAsync(story));
        var facts = await sandbox.FactsAsync(story);
        Assert.Equal((Assert.Single(facts.Organizations), Assert.Single(facts.Persons)), await sandbox.NumbersInSalesAsync(story));
    });

    [Fact]
    public Task Numbers_OneByOneRefusedToo_TellsInTheWordsOfDataverse() => PlayAsync(["PATCH /api/data/*/contacts*"], async (sandbox, story) =>
    {
        var issue = Assert.Single(await sandbox.IssuesAsync(story));

        Assert.Equal("ensure-customers", (string?)issue["b2b_step"]);
        Assert.Contains("fault switch", (string)issue["b2b_reason"]!, StringComparison.Ordinal);
        Assert.NotNull((await sandbox.NumbersInSalesAsync(story)).Account);
    });

    /// <summary>A qualified lead where the batch is refused, and further routes.</summary>
    private static Task PlayAsync(string[] routes, Func<ModeSandbox, Story, Task> check) => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.LeadAsync(story);
        await sandbox.QuietAsync(); // reconcile may be making the same lead, and asks for matches in a batch, too
        foreach (var route in routes.Prepend("POST */$batch"))
        {
            await sandbox.Systems.Sales.PostAsync(
                "/_sandbox/faults", new JsonObject { ["route"] = route, ["kind"] = nameof(FaultKind.FailBefore), ["times"] = 1000 }, CancellationToken.None);
        }

        await sandbox.QualifyAsync(story);
        await check(sandbox, story);
    });
}
