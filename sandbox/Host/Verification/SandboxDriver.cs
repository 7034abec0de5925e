using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using Spectre.Console;

namespace B2BConnector.Host.Verification;

/// <summary>
/// What happens in a sandbox while somebody waits for the report: Commerce's jobs run, triggers poll, and minutes in which the workflow only
/// waits are skipped.
/// </summary>
internal sealed class SandboxDriver(DemoSystems systems, SkippingClock clock, IAnsiConsole console)
{
    private const string Workflow = "verify-installation";
    private static readonly string[] Jobs = ["P-0001", "Synchronize customers and channel requests", "1010", "send-email-notification"];
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);
    private readonly HashSet<string> _told = [];
    private string _last = "";

    public async Task GoOnAsync(string run, CancellationToken stop)
    {
        try
        {
            await LiveAsync(run, stop);
        }
        catch (Exception error) when (error is DemoStepFailure or HttpRequestException)
        {
            // The next round tries again; what never works is named by the report.
            console.MarkupLine($"[grey]{Markup.Escape(error.Message)}[/]");
        }
    }

    private async Task LiveAsync(string run, CancellationToken stop)
    {
        var actions = await systems.Runtime.ListAsync($"{DemoSystems.Management}/workflows/{Workflow}/runs/{run}/actions?{DemoSystems.ApiVersion}", stop);
        Tell(actions);
        foreach (var job in Jobs)
        {
            await systems.RunJobAsync(job, stop);
        }

        await systems.RunTriggerAsync("prospect-created", "When_a_prospect_is_created", stop);

        // A step under way must not see the clock jump: only what stands still between two looks waits.
        var now = string.Join(' ', actions.Select(action => $"{(string)action["name"]!}{(string?)action["properties"]!["status"]}"));
        if (now == _last && await OthersRestAsync(stop))
        {
            clock.Skip(Step);
        }

        _last = now;
    }

    private void Tell(IEnumerable<JsonObject> actions)
    {
        foreach (var action in actions.Where(action => (string?)action["properties"]!["status"] is "Succeeded" or "Failed" or "TimedOut"))
        {
            var name = (string)action["name"]!;
            if (_told.Add(name))
            {
                console.MarkupLine($"[grey]{Markup.Escape(name.Replace('_', ' '))}: {((string)action["properties"]!["status"]!).ToLowerInvariant()}[/]");
            }
        }
    }

    private async Task<bool> OthersRestAsync(CancellationToken stop)
    {
        foreach (var workflow in (await systems.WorkflowsAsync(stop)).Where(workflow => workflow != Workflow))
        {
            if ((await systems.RunsAsync(workflow, "status eq 'Running'", stop)).Count > 0)
            {
                return false;
            }
        }

        return true;
    }
}
