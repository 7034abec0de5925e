using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>Waits on the virtual clock until nothing is left to do.</summary>
/// <param name="systems">Who is asked.</param>
/// <param name="time">The clock.</param>
/// <param name="between">Time for every poll between two looks; null: five minutes.</param>
internal sealed class Quiet(DemoSystems systems, VirtualTime time, TimeSpan? between = null)
{
    private const string Unfinished = "status ne 'Succeeded' and status ne 'Failed' and status ne 'Cancelled' and status ne 'Skipped' and status ne 'TimedOut' and status ne 'Aborted'";

    /// <summary>What was under way at the last look.</summary>
    private List<string> _busy = ["everything: nobody looked"];

    /// <summary>Runs of all workflows, finished or not.</summary>
    public async Task<int> RunsAsync()
    {
        var runs = 0;
        foreach (var workflow in await systems.WorkflowsAsync(CancellationToken.None))
        {
            runs += (await systems.RunsAsync(workflow, null, CancellationToken.None)).Count;
        }

        return runs;
    }

    /// <summary>Ends when no run and no callback is left, twice in a row with time in between for every poll; gives what was given up.</summary>
    public async Task<IReadOnlyList<string>> WaitAsync(CancellationToken stop)
    {
        for (var quiet = 0; quiet < 2;)
        {
            if (stop.IsCancellationRequested)
            {
                return [.. _busy.Select(what => $"I8 still under way at {time.GetUtcNow():O}: {what}")];
            }

            await time.WaitAsync(between ?? TimeSpan.FromMinutes(5));
            quiet = await IsQuietAsync() ? quiet + 1 : 0;
        }

        return [.. (await CallbacksAsync()).Select(job => $"A callback was given up: {job!.ToJsonString()}")];
    }

    private async Task<bool> IsQuietAsync()
    {
        var busy = new List<string>();
        try
        {
            foreach (var workflow in await systems.WorkflowsAsync(CancellationToken.None))
            {
                busy.AddRange((await systems.RunsAsync(workflow, Unfinished, CancellationToken.None)).Select(run => run["properties"]!)
                    .Select(run => $"run of {workflow} since {(string?)run["startTime"]} for {(string?)run["correlation"]?["clientTrackingId"]}"));
            }
        }
        catch (Exception error) when (error is HttpRequestException or DemoStepFailure)
        {
            busy.Add($"the runtime is down: {error.Message}");
        }

        busy.AddRange((await CallbacksAsync()).Where(job => (string?)job!["state"] == "Waiting").Select(job => $"callback {job!.ToJsonString()}"));
        _busy = busy;
        return busy.Count == 0;
    }

    private async Task<JsonArray> CallbacksAsync() =>
        (await systems.Sales.GetAsync("/_sandbox/callbacks", CancellationToken.None))["value"]!.AsArray();
}
