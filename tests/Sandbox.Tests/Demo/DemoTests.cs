using System.Text.Json.Nodes;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Demo;

/// <summary>The verb demo, as people run it.</summary>
[Collection(nameof(HostProcess))]
public sealed class DemoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    [Trait("Tier", "Process")]
    public async Task Demo_AllSamples_EndAsTheySay()
    {
        using var folder = new TemporaryFolder();
        using var demo = HostProcess.Start("demo", "--json", "--data", folder.Path);

        var code = await demo.EndAsync(Patience);

        Assert.True(code == 0, demo.Output + demo.Errors);
        var result = JsonNode.Parse(demo.Output)!;
        var stories = result["stories"]!.AsArray();
        Assert.Equal(45, stories.Count);
        Assert.Equal(45, (int)result["ok"]!);
        Assert.Equal(0, (int)result["failed"]!);
        Assert.All(stories, story => Assert.Equal((string)story!["expected"]!, (string)story["actual"]!));
    }

    [Fact]
    [Trait("Tier", "Process")]
    public async Task Demo_RuleBroken_NamesTheStoriesAndExitsWithOne()
    {
        using var folder = new TemporaryFolder();
        var workflows = folder.CopyOfWorkflows();
        var script = Path.Combine(workflows, "decide-prospect", "decide_from_sales_rows.csx");
        File.WriteAllText(script, File.ReadAllText(script).Replace("(\"reject\", \"The lead is disqualified.\")", "(\"wait\", \"Broken on purpose.\")", StringComparison.Ordinal));
        var samples = folder.Samples("pl-01", "it-01", "us-01", "fr-02");
        using var demo = HostProcess.Start("demo", "--json", "--patience", "6", "--samples", samples, "--workflows", workflows, "--data", Path.Combine(folder.Path, "data"));

        var code = await demo.EndAsync(Patience);

        Assert.Equal(1, code);
        var failed = JsonNode.Parse(demo.Output)!["stories"]!.AsArray().Where(story => !(bool)story!["ok"]!).ToList();
        Assert.NotEmpty(failed);
        Assert.All(failed, story => Assert.Equal(("Rejected", "Pending"), ((string)story!["expected"]!, (string)story["actual"]!)));
        Assert.Contains("prospect status: expected Rejected, found Pending", demo.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Tier", "Process")]
    [InlineData("Jobs P-0001")]
    [InlineData("Workflows make leads")]
    [InlineData("Workflows carry the decisions")]
    public async Task Demo_KilledOnTheWay_IsEndedByTheNextRun(string stage)
    {
        using var folder = new TemporaryFolder();
        var ports = HostProcess.SamePorts();
        using (var killed = HostProcess.Start(["demo", "--keep", "--data", folder.Path, .. ports]))
        {
            await killed.SeenAsync(stage, Patience);
            killed.Kill();
        }

        using var again = HostProcess.Start(["demo", "--keep", "--json", "--data", folder.Path, .. ports]);

        Assert.True(await again.EndAsync(Patience) == 0, again.Output + again.Errors);
        Assert.Equal(45, (int)JsonNode.Parse(again.Output)!["ok"]!);
    }

    [Fact]
    [Trait("Tier", "Process")]
    public async Task Demo_InterruptedByCtrlC_IsEndedByTheNextRun()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // a console signal cannot be sent to one child process there; the kill covers the data
        }

        using var folder = new TemporaryFolder();
        var ports = HostProcess.SamePorts();
        using (var interrupted = HostProcess.Start(["demo", "--data", folder.Path, .. ports]))
        {
            await interrupted.SeenAsync("Workflows make leads", Patience);
            interrupted.Interrupt();
            Assert.Equal(130, await interrupted.EndAsync(Patience));
        }

        using var again = HostProcess.Start(["demo", "--keep", "--json", "--data", folder.Path, .. ports]);

        Assert.True(await again.EndAsync(Patience) == 0, again.Output + again.Errors);
    }
}
