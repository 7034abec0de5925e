using System.Globalization;
using B2BConnector.Sandbox.Tests.Support;
using Xunit.Abstractions;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>Many stories in one sandbox under virtual time. The seed decides who does what when, and what fails; it is in every message.</summary>
/// <remarks>
/// SIMULATION_SEED=n (or n-m) plays these seeds: the same people, times and faults. What happens in the same moment may change places.
/// A seed that failed once stays among the fifty.
/// </remarks>
[Collection(nameof(HostProcess))]
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int First = 101;
    private const int Daily = 5;
    private const int All = 50;
    private const int Stories = 200;
    private const int DailyStories = 10;

    [Fact]
    public Task Simulation_NoFaults_EveryInvariantHolds() => PlayAsync(1, 25, null);

    /// <summary>Some of the fifty, with fewer stories.</summary>
    [Theory]
    [MemberData(nameof(DailySeeds))]
    public Task Simulation_DailySeed_EveryInvariantHolds(int seed) => PlayAsync(seed, DailyStories, Faults(seed));

    [Theory]
    [Trait("Tier", "Simulation")]
    [MemberData(nameof(Seeds))]
    public Task Simulation_EachSeed_EveryInvariantHolds(int seed) => PlayAsync(seed, Stories, Faults(seed));

    public static TheoryData<int> DailySeeds() => [.. Enumerable.Range(First, Daily)];

    public static TheoryData<int> Seeds()
    {
        if (Environment.GetEnvironmentVariable("SIMULATION_SEED") is not { Length: > 0 } wished)
        {
            return [.. Enumerable.Range(First, All)];
        }

        var ends = wished.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return [.. Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)];
    }

    /// <summary>Events are lost, late, doubled and out of order in every seed; in four of five up to eight of a hundred requests fail, too.</summary>
    private static FaultPlan Faults(int seed) => new(seed, seed % 5 * 0.02);

    private async Task PlayAsync(int seed, int stories, FaultPlan? faults)
    {
        var run = new SimulationRun(seed, stories, faults);

        var problems = await run.PlayAsync();

        output.WriteLine(run.ToString());
        Assert.True(problems.Count == 0, $"{run}\n{string.Join('\n', problems)}");
    }
}
