using B2BConnector.Workflows.Tests.Support;
using Xunit.Abstractions;

namespace B2BConnector.Workflows.Tests.Simulation;

/// <summary>Many stories in one sandbox under virtual time. The seed decides who does what when, and what fails; it is in every message.</summary>
/// <remarks>SIMULATION_SEED=n plays that seed again: the same people, times and faults. What happens in the same moment may change places.</remarks>
[Collection(nameof(HostProcess))]
public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    public Task Simulation_NoFaults_EveryInvariantHolds() => PlayAsync(1, 25, null);

    [Fact]
    [Trait("Tier", "Long")]
    public Task Simulation_OneSeedWithFaults_EveryInvariantHolds() => PlayAsync(2, 30, new FaultPlan(2, 0.05));

    /// <summary>More seeds; a seed that failed once stays here by its number.</summary>
    [Theory]
    [Trait("Tier", "Nightly")]
    [MemberData(nameof(Seeds))]
    public Task Simulation_ManySeedsWithFaults_EveryInvariantHolds(int seed) => PlayAsync(seed, 100, new FaultPlan(seed, 0.02 + (seed % 5 * 0.02)));

    public static TheoryData<int> Seeds() => int.TryParse(Environment.GetEnvironmentVariable("SIMULATION_SEED"), out var seed) ? [seed] : [.. Enumerable.Range(100, 20)];

    private async Task PlayAsync(int seed, int stories, FaultPlan? faults)
    {
        var run = new SimulationRun(seed, stories, faults);

        var problems = await run.PlayAsync();

        output.WriteLine(run.ToString());
        Assert.True(problems.Count == 0, $"{run}\n{string.Join('\n', problems)}");
    }
}
