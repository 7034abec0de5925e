using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Workflows.Tests.Simulation;

/// <summary>Waits on the virtual clock until nothing is left to do.</summary>
internal sealed class Quiet(DemoSystems systems, VirtualTime time)
{
    /// <summary>Runs of all workflows at the last look.</summary>
    public int Runs { get; private set; }

    /// <summary>Ends when no run and no callback is left, twice in a row with time in between for every poll; gives what was given up.</summary>
    public async Task<IReadOnlyList<string>> WaitAsync(CancellationToken stop)
    {
        for (var quiet = 0; quiet < 2;)
        {
            if (stop.IsCancellationRequested)
            {
                return ["Something still is under way after days."];
            }

            await time.WaitAsync(TimeSpan.FromMinutes(5));
            quiet = await IsQuietAsync() ? quiet + 1 : 0;
        }

        return [.. (await CallbacksAsync()).Select(job => $"A callback was given up: {job!.ToJsonString()}")];
    }

    private async Task<bool> IsQuietAsync()
    {
        try
        {
            Runs = 0;
            foreach (var workflow in await systems.WorkflowsAsync(CancellationToken.None))
            {
                var runs = await systems.RunsAsync(workflow, null, CancellationToken.None);
                Runs += runs.Count;
                if (runs.Any(run => (string?)run["properties"]?["status"] is "Running" or "Waiting"))
                {
                    return false;
                }
            }
        }
        catch (Exception error) when (error is HttpRequestException or DemoStepFailure)
        {
            return false; // the runtime is down
        }

        return !(await CallbacksAsync()).Any(job => (string?)job!["state"] == "Waiting");
    }

    private async Task<JsonArray> CallbacksAsync() =>
        (await systems.Sales.GetAsync("/_sandbox/callbacks", CancellationToken.None))["value"]!.AsArray();
}
