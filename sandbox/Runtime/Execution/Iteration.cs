using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>One iteration of a loop, with a record of its own: the scope repetition of the history.</summary>
internal static class Iteration
{
    public static async Task<ActionStatus> RunAsync(ActionContext context, ActionBlock block, IterationPath path, Func<IterationPath, bool>? condition)
    {
        if (ResultOf(context, path, out _) is { } known)
        {
            return known;
        }

        var run = context.Run;
        var start = run.Services.Clock.Now;
        var status = await BlockRunner.RunAsync(run, block, path);
        if (run.IsEnded)
        {
            return status;
        }

        var met = condition?.Invoke(path);
        var record = new ActionRecord
        {
            Name = context.Definition.Name,
            Path = path.Key,
            IsIteration = true,
            Start = start,
            End = run.Services.Clock.Now,
            TrackingId = context.TrackingId,
            ClientTrackingId = run.Record.ClientTrackingId,
            Status = status,
            Code = status == ActionStatus.Succeeded ? ActionResult.NotSpecified : "ActionFailed",
            Error = status == ActionStatus.Succeeded ? null : ActionResult.ErrorOf("ActionFailed", AzureMessages.BlockFailed),
            Progress = met is null ? null : new JObject { ["met"] = met },
        };
        run.Put(record);
        run.Post(new StoreChange.Action(run.Record, record));
        return status;
    }

    public static ActionStatus? ResultOf(ActionContext context, IterationPath path, out bool met)
    {
        var record = context.Run.Find(context.Definition, path);
        met = (bool?)record?.Progress?["met"] == true;
        return record?.Status;
    }
}
