using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;
using Xunit.Abstractions;

namespace B2BConnector.Sandbox.Tests.Reconcile;

/// <summary>Many prospects in mixed states, no event heard: how soon, at what cost, and never faster than the connector's limit.</summary>
[Collection(nameof(HostProcess))]
public sealed class CrowdTests(ITestOutputHelper output)
{
    private const int CallsPerMinute = 400;

    [Fact]
    public Task Reconcile_TwentyInMixedStates_AreRightInTime() => RepairAsync(2);

    /// <summary>More than a few minutes' calls: the batches wait for one another.</summary>
    [Fact]
    [Trait("Tier", "Long")]
    public Task Reconcile_ThousandInMixedStates_AreRightInTime() => RepairAsync(100);

    private async Task RepairAsync(int each)
    {
        await using var sandbox = new EventlessSandbox(31);
        await sandbox.PlayAsync(async systems =>
        {
            var crowd = new Crowd(systems);
            await crowd.SubmitAsync(
                (Unheard.Nothing, each), (Unheard.NoteLost, each), (Unheard.Qualified, each), (Unheard.Won, 2 * each),
                (Unheard.Lost, each), (Unheard.Disqualified, each), (Unheard.ApprovedInHeadquarters, each), (Unheard.RejectedInHeadquarters, each));
            await sandbox.WaitAsync(EventlessSandbox.Interval + TimeSpan.FromMinutes(5));
            await crowd.ActAsync();
            await crowd.SubmitAsync((Unheard.Created, each));
            sandbox.Calls.Forget();
            var (real, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var list = 1 + ((crowd.Members.Count(member => member.Unheard is not (Unheard.ApprovedInHeadquarters or Unheard.RejectedInHeadquarters)) - 1) / 500);
            var needed = list + crowd.Members.Sum(member => member.Calls);

            await sandbox.WaitAsync(EventlessSandbox.Interval + TimeSpan.FromMinutes(Math.Ceiling((double)needed / CallsPerMinute)));

            var problems = await CrowdCheck.FindAsync(systems, crowd);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{crowd.Members.Count} prospects: {needed} connector calls needed, {sandbox.Calls.ConnectorCalls.Count} made, {sandbox.Calls.BusiestMinute} in the busiest minute, {sandbox.Calls.DataverseCalls.Count} Dataverse calls, {real.Elapsed.TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s of processor time"));
            Assert.True(problems.Count == 0, string.Join('\n', problems.Take(40)));
            Assert.True(needed == sandbox.Calls.ConnectorCalls.Count, "Called twice: " + string.Join(", ", sandbox.Calls.ConnectorCalls.GroupBy(call => call.Call).Where(calls => calls.Count() > 1).SelectMany(calls => calls)));
            Assert.Equal(Expected(each, list), ByOperation(sandbox.Calls.ConnectorCalls));
            Assert.InRange(sandbox.Calls.BusiestMinute, 1, CallsPerMinute);
            Assert.Equal((9 * each, 0), await ReportAsync(systems));

            // Another interval: nothing differs any more.
            sandbox.Calls.Forget();
            await sandbox.WaitAsync(EventlessSandbox.Interval);
            Assert.Single(sandbox.Calls.ConnectorCalls);
        });
    }

    private static SortedDictionary<string, int> Expected(int each, int list) => new(StringComparer.Ordinal)
    {
        ["list"] = list,
        ["read"] = 4 * each, // a lead and its note are made of the prospect, a mirror of its decision
        ["customers"] = 4 * each,
        ["approve"] = 2 * each,
        ["reject"] = 2 * each,
    };

    private static SortedDictionary<string, int> ByOperation(IEnumerable<(DateTimeOffset At, string Call)> calls) => new(
        calls.GroupBy(call => call.Call.Split('/') switch
        {
            [_, "prospects"] => "list",
            ["POST ", .., var operation] => operation,
            _ => "read",
        }).ToDictionary(group => group.Key, group => group.Count()),
        StringComparer.Ordinal);

    /// <summary>What the last run that repaired something reports as its outputs.</summary>
    private static async Task<(int Repaired, int Failed)> ReportAsync(DemoSystems systems)
    {
        var outputs = (await systems.RunsAsync("reconcile", null, CancellationToken.None)).Select(run => run["properties"]!["outputs"] as JsonObject)
            .First(found => (int?)found?["repairs"]?["value"] > 0)!;
        return ((int)outputs["repaired"]!["value"]!, (int)outputs["failed"]!["value"]!);
    }
}
