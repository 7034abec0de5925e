using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using B2BConnector.Runtime.Triggers;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime;

/// <summary>What a person can do with a run.</summary>
public sealed class RunCommands
{
    private readonly EngineServices services;

    internal RunCommands(EngineServices services) => this.services = services;

    /// <summary>Ends an unfinished run as Cancelled. False when there is no such unfinished run.</summary>
    public async Task<bool> CancelAsync(string workflow, string run)
    {
        if (services.Runs.Find(run) is not { } live || !live.Definition.Name.Equals(workflow, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Inferred: the platform's code for cancelled runs is not published.
        live.Record.Ended ??= new JObject { ["status"] = nameof(ActionStatus.Cancelled), ["code"] = "Cancelled" };
        await live.CommitAsync(new StoreChange.Run(live.Record));
        live.End(live.Record.Ended);
        return true;
    }

    /// <summary>Starts a new run with the trigger outputs of an earlier one. Null when there is no such run.</summary>
    public async Task<string?> ResubmitAsync(string workflow, string run)
    {
        if (services.Store.FindRun(run) is not { } earlier
            || !earlier.Workflow.Equals(workflow, StringComparison.OrdinalIgnoreCase)
            || services.Project.Workflows.GetValueOrDefault(workflow) is not { } definition)
        {
            return null;
        }

        var again = await new TriggerHost(services, definition).RepeatAsync(earlier);
        return again.Record.Id;
    }
}
