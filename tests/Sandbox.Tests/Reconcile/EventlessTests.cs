using B2BConnector.Sandbox.Tests.Simulation;
using B2BConnector.Sandbox.Tests.Support;
using Xunit.Abstractions;

namespace B2BConnector.Sandbox.Tests.Reconcile;

/// <summary>Every callback and every poll of a trigger is lost; reconcile alone brings the stories to their ends.</summary>
[Collection(nameof(HostProcess))]
public sealed class EventlessTests(ITestOutputHelper output)
{
    [Fact]
    public Task Reconcile_NoEventHeard_BringsEveryStoryToItsEnd() => PlayAsync(11, 8, winLoseRaiseUpdate: true);

    [Fact]
    [Trait("Tier", "Long")]
    public Task Reconcile_NoEventHeardAndNoneRaisedByWinAndLose_BringsEveryStoryToItsEnd() => PlayAsync(12, 60, winLoseRaiseUpdate: false);

    private async Task PlayAsync(int seed, int count, bool winLoseRaiseUpdate)
    {
        var run = new EventlessRun(seed, [.. StoryPlans.Make(seed, count).Select(Patient)]) { WinLoseRaiseUpdate = winLoseRaiseUpdate };

        var problems = await run.PlayAsync();

        output.WriteLine(run.ToString());
        Assert.True(problems.Count == 0, $"{run}\n{string.Join('\n', problems)}");
    }

    /// <summary>Headquarters leaves time for the lead: a prospect that is decided before anybody told Sales about it needs none.</summary>
    private static SimulatedStory Patient(SimulatedStory story) => new(story.Sample)
    {
        SubmitAfter = story.SubmitAfter,
        Presses = story.Presses,
        ThinkAfter = story.ThinkAfter,
        CloseAfter = story.CloseAfter,
        Headquarters = story.Headquarters,
        HeadquartersAfter = story.HeadquartersAfter + TimeSpan.FromMinutes(20),
    };
}
