using System.Globalization;
using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;
using Xunit.Abstractions;

namespace B2BConnector.Sandbox.Tests.Reconcile;

/// <summary>What a run costs follows from what differs: prospects that are settled on both sides cost nothing, however many there are.</summary>
[Collection(nameof(HostProcess))]
public sealed class SettledTests(ITestOutputHelper output)
{
    private const string Api = "/api/data/v9.2";

    /// <summary>One page of pending prospects, and the eight questions of PlanReconciliation.</summary>
    private const int ConnectorCalls = 1, DataverseCalls = 8;

    [Fact]
    public Task Run_HundredSettled_CostsWhatNoneCost() => MeasureAsync(100);

    [Fact]
    [Trait("Tier", "Long")]
    public Task Run_ThousandSettled_CostsWhatNoneCost() => MeasureAsync(1000);

    [Fact]
    [Trait("Tier", "Long")]
    public Task Run_TwentyThousandSettled_CostsWhatNoneCost() => MeasureAsync(20_000);

    private async Task MeasureAsync(int count)
    {
        await using var sandbox = new EventlessSandbox(41);
        await sandbox.PlayAsync(async systems =>
        {
            await SettleAsync(systems, count);
            sandbox.Calls.Forget();
            var processor = Environment.CpuUsage.TotalTime;

            await sandbox.WaitAsync(EventlessSandbox.Interval);

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count} settled: {sandbox.Calls.ConnectorCalls.Count} connector calls, {sandbox.Calls.DataverseCalls.Count} Dataverse calls, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s of processor time in 15 minutes"));
            Assert.Equal((ConnectorCalls, DataverseCalls), (sandbox.Calls.ConnectorCalls.Count, sandbox.Calls.DataverseCalls.Count));
            var run = (await systems.RunsAsync("reconcile", null, CancellationToken.None))[0]["properties"]!;
            Assert.Equal(("Succeeded", 0, 0), ((string?)run["status"], (int)run["outputs"]!["pending"]!["value"]!, (int)run["outputs"]!["repairs"]!["value"]!));
        });
    }

    /// <summary>Rejected in both systems; every tenth lead was qualified and its opportunity lost.</summary>
    private static async Task SettleAsync(DemoSystems systems, int count)
    {
        var numbers = Enumerable.Range(1, count);
        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, stop) =>
        {
            var lost = number % 10 == 0;
            var lead = new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
            await systems.Sales.PostAsync(
                $"{Api}/leads",
                new JsonObject
                {
                    ["leadid"] = lead.ToString(),
                    ["subject"] = "Settled",
                    ["lastname"] = "Lovelace",
                    ["companyname"] = $"Settled company {number}",
                    ["b2b_legalentity"] = "usrt",
                    ["b2b_prospectid"] = string.Create(CultureInfo.InvariantCulture, $"P-{number:000000}"),
                    ["b2b_prospectstatus"] = 726000002,
                },
                stop);
            if (!lost)
            {
                await systems.Sales.PatchAsync($"{Api}/leads({lead})", new JsonObject { ["statecode"] = 2, ["statuscode"] = 4 }, stop);
                return;
            }

            var made = (await systems.Sales.PostAsync(
                $"{Api}/leads({lead})/Microsoft.Dynamics.CRM.QualifyLead",
                new JsonObject { ["CreateAccount"] = true, ["CreateContact"] = true, ["CreateOpportunity"] = true, ["Status"] = 3 },
                stop))["value"]!.AsArray();
            foreach (var (set, id) in ((string, string)[])[("accounts", "accountid"), ("contacts", "contactid")])
            {
                var row = made.Select(entity => (string?)entity![id]).OfType<string>().Single();
                await systems.Sales.PatchAsync($"{Api}/{set}({row})", new JsonObject { ["b2b_customeraccount"] = $"C-{number}" }, stop);
            }

            var opportunity = made.Select(entity => (string?)entity!["opportunityid"]).OfType<string>().Single();
            var close = new JsonObject { ["subject"] = "Closed", ["opportunityid@odata.bind"] = $"/opportunities({opportunity})" };
            await systems.Sales.PostAsync($"{Api}/LoseOpportunity", new JsonObject { ["Status"] = 4, ["OpportunityClose"] = close }, stop);
        });
    }
}
