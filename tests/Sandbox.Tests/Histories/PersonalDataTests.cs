using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Modes;
using B2BConnector.Sandbox.Tests.Support;
using B2BConnector.Sandbox.Tests.Transport;

namespace B2BConnector.Sandbox.Tests.Histories;

/// <summary>Who may look at run histories need not be allowed to see who asked to become a customer: inputs and outputs with personal data are secured.</summary>
[Collection(nameof(HostProcess))]
public sealed class PersonalDataTests
{
    [Fact]
    public Task Histories_OfAStoryThatFailedOnTheWay_ShowNobody() => ModeSandbox.PlayAsync(_ => { }, TellNobodyAsync);

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Histories_WithoutManagedConnections_ShowNobody()
    {
        using var folder = new TemporaryFolder();
        var workflows = folder.CopyOfWorkflows();
        HttpWorkflows.TakePlaceOf(workflows);
        await ModeSandbox.PlayAsync(_ => { }, TellNobodyAsync, workflows);
    }

    private static async Task TellNobodyAsync(ModeSandbox sandbox)
    {
        await FaultAsync(sandbox.Systems.Sales, "POST /api/data/*/leads");
        await FaultAsync(sandbox.Systems.Headquarters, "PATCH /data/Prospects*");
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.QuietAsync();
        await RetryAsync(sandbox, story);
        await sandbox.ActAsync(story, SellerAction.QualifyAndWin);
        await RetryAsync(sandbox, story);

        var (read, shown) = await SearchAsync(sandbox.Systems, Secrets(story.Sample.Request));

        Assert.Equal("Approved", (await sandbox.FactsAsync(story)).ProspectStatus);
        Assert.True(read > 50, $"Only {read} contents of histories were read.");
        Assert.True(shown.Count == 0, string.Join("\n", shown));
    }

    private static Task FaultAsync(DemoHttp system, string route) => system.PostAsync(
        "/_sandbox/faults", new JsonObject { ["route"] = route, ["kind"] = "FailBefore", ["times"] = 1000 }, CancellationToken.None);

    /// <summary>The systems are mended, and what failed is tried again.</summary>
    private static async Task RetryAsync(ModeSandbox sandbox, Story story)
    {
        var issues = await sandbox.IssuesAsync(story);
        Assert.NotEmpty(issues);
        await (story.Lead is null ? sandbox.Systems.Sales : sandbox.Systems.Headquarters).DeleteAsync("/_sandbox/faults", CancellationToken.None);
        foreach (var issue in issues)
        {
            await sandbox.RetryAsync(issue);
        }
    }

    private static IReadOnlyList<string> Secrets(JsonObject request) =>
        [.. new[] { "email", "phone", "lastName", "firstName" }.Select(name => (string?)request[name]).OfType<string>(), "Bearer "];

    private static async Task<(int Read, IReadOnlyList<string> Shown)> SearchAsync(DemoSystems systems, IReadOnlyList<string> secrets)
    {
        using var reader = new HttpClient();
        var (read, shown) = (0, new List<string>());
        foreach (var workflow in await systems.WorkflowsAsync(CancellationToken.None))
        {
            foreach (var run in await systems.RunsAsync(workflow, null, CancellationToken.None))
            {
                var actions = await systems.Runtime.ListAsync($"{DemoSystems.Management}/workflows/{workflow}/runs/{(string)run["name"]!}/actions?{DemoSystems.ApiVersion}", CancellationToken.None);
                foreach (var (what, owner) in actions.Select(action => ((string)action["name"]!, action["properties"])).Append(("the trigger", run["properties"]!["trigger"])))
                {
                    foreach (var link in new[] { "inputsLink", "outputsLink" }.Where(link => owner![link] is not null))
                    {
                        var text = await reader.GetStringAsync(new Uri((string)owner![link]!["uri"]!));
                        read++;
                        shown.AddRange(secrets.Where(value => text.Contains(value, StringComparison.OrdinalIgnoreCase)).Select(value => $"{workflow}/{what} {link}: {value}"));
                    }
                }
            }
        }

        return (read, [.. shown.Distinct()]);
    }
}
