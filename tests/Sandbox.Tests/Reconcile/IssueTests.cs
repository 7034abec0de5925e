using System.Text.Json.Nodes;
using B2BConnector.Emulation.Faults;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Reconcile;

/// <summary>Reconcile and sync issues: one prospect's failure is told once and holds up nobody; what a person sets to Retry is done.</summary>
[Collection(nameof(HostProcess))]
public sealed class IssueTests
{
    private const string Api = "/api/data/v9.2";
    private const int Open = 726000000, Retry = 726000001, Solved = 726000003;

    [Fact]
    public async Task Repair_OneProspectFails_IsToldOnceAndTheOthersGoOn()
    {
        await using var sandbox = new EventlessSandbox(51);
        var faults = new FaultSwitches();
        sandbox.Hooks.Commerce = options => options.Faults = faults;
        await sandbox.PlayAsync(async systems =>
        {
            var crowd = new Crowd(systems);
            await crowd.SubmitAsync((Unheard.Created, 5));
            var broken = crowd.Members[2];
            faults.Script = request => request.Caller == "sandbox-connector" && request.Path.Contains($"'{broken.LegalEntity}'", StringComparison.OrdinalIgnoreCase)
                && request.Path.Contains($"'{broken.ProspectId}'", StringComparison.Ordinal) ? new FaultRule { Kind = FaultKind.FailBefore } : null;

            await sandbox.WaitAsync(EventlessSandbox.Interval * 3);

            Assert.Equal(4, (await systems.Sales.ListAsync($"{Api}/leads?$select=leadid", CancellationToken.None)).Count);
            var issue = Assert.Single(await IssuesAsync(systems));
            Assert.Equal(("create-lead", broken.ProspectId, 1, Open), ((string?)issue["b2b_step"], (string?)issue["b2b_prospectid"], (int)issue["b2b_attempts"]!, (int)issue["b2b_status"]!));
            Assert.Equal(1, await LastAsync(systems, "heldByIssue"));

            // Mended, set to Retry, and the event of that is lost like all others.
            faults.Clear();
            await systems.Sales.PatchAsync($"{Api}/b2b_syncissues({(string)issue["b2b_syncissueid"]!})", new JsonObject { ["b2b_status"] = Retry }, CancellationToken.None);
            await sandbox.WaitAsync(EventlessSandbox.Interval * 2);

            Assert.Equal(5, (await systems.Sales.ListAsync($"{Api}/leads?$select=leadid", CancellationToken.None)).Count);
            Assert.Equal(Solved, (int)Assert.Single(await IssuesAsync(systems))["b2b_status"]!);
        });
    }

    [Fact]
    public async Task Run_ConnectorIsDown_SaysSoAndTheNextOneSolvesTheIssue()
    {
        await using var sandbox = new EventlessSandbox(52);
        var faults = new FaultSwitches { Script = _ => new FaultRule { Kind = FaultKind.Unavailable } };
        sandbox.Hooks.Gateway += options =>
        {
            var recorded = options.Faults.Script!;
            options.Faults.Script = request => recorded(request) ?? (request.Path.EndsWith("/prospects", StringComparison.Ordinal) ? faults.Decide(request) : null);
        };
        await sandbox.PlayAsync(async systems =>
        {
            await sandbox.WaitAsync(TimeSpan.FromMinutes(10));

            var issue = Assert.Single(await IssuesAsync(systems));
            Assert.Equal(("reconcile", Open), ((string?)issue["b2b_step"], (int)issue["b2b_status"]!));
            Assert.Equal("Failed", (string?)(await systems.RunsAsync("reconcile", null, CancellationToken.None))[0]["properties"]!["status"]);

            faults.Clear();
            await sandbox.WaitAsync(EventlessSandbox.Interval);

            Assert.Equal(Solved, (int)Assert.Single(await IssuesAsync(systems))["b2b_status"]!);
        });
    }

    private static Task<IReadOnlyList<JsonObject>> IssuesAsync(DemoSystems systems) =>
        systems.Sales.ListAsync($"{Api}/b2b_syncissues?$select=b2b_syncissueid,b2b_step,b2b_prospectid,b2b_status,b2b_attempts,b2b_reason", CancellationToken.None);

    private static async Task<int> LastAsync(DemoSystems systems, string output) =>
        (int)(await systems.RunsAsync("reconcile", null, CancellationToken.None))[0]["properties"]!["outputs"]![output]!["value"]!;
}
