using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Simulation;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Transport;

/// <summary>Whole lifecycles over managed connections and over plain HTTP end the same.</summary>
[Collection(nameof(HostProcess))]
public sealed class TransportStoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Stories_OfOneSeed_EndTheSameOverBothTransports()
    {
        var managed = new SimulationRun(1, 16, null);
        var http = new SimulationRun(1, 16, null, Workflows());

        Assert.Empty(await managed.PlayAsync());
        Assert.Empty(await http.PlayAsync());

        Assert.Equal(Ends(managed), Ends(http));
        Assert.True(Ends(managed).Count() >= 10, "Too few stories have one end only.");
    }

    [Fact]
    [Trait("Tier", "Nightly")]
    public async Task Stories_WithFaultsOverHttp_KeepEveryInvariant()
    {
        var run = new SimulationRun(2, 20, new FaultPlan(2, 0.05), Workflows());

        var problems = await run.PlayAsync();

        Assert.True(problems.Count == 0, $"{run}\n{string.Join('\n', problems)}");
    }

    private string Workflows()
    {
        var copy = _folder.CopyOfWorkflows();
        HttpWorkflows.TakePlaceOf(copy);
        return copy;
    }

    /// <summary>Where headquarters decides beside the seller, the clock says who is first, and either end is right; the invariants judge those.</summary>
    private static IEnumerable<string> Ends(SimulationRun run) => run.Stories.Where(story => story.Headquarters == HeadquartersAction.Nothing).Select(End);

    /// <summary>Everything that all systems say of a story, without numbers that depend on who of two is first in the same moment.</summary>
    private static string End(SimulatedStory story)
    {
        var facts = story.Story.Facts ?? new StoryFacts();
        return $"{story.Sample.Id}: {facts with { Organizations = [], Persons = [], Hierarchies = [], Mails = [], SyncIssues = [] }} "
            + $"{facts.Organizations.Count} organizations, {facts.Persons.Count} persons, {facts.Hierarchies.Count} hierarchies, mails {string.Join(' ', facts.Mails)}, issues {string.Join(' ', facts.SyncIssues)}";
    }
}
