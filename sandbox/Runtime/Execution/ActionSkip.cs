using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>Records of actions that do not run. They follow from committed records, so nobody waits for their commit.</summary>
internal static class ActionSkip
{
    private const string Skipped = "ActionSkipped";

    public static void BecauseOfRunAfter(LiveRun run, ActionDefinition action, IterationPath path, RunAfterCondition unmet, ActionStatus actual)
    {
        // After a Terminate the rest is not judged by runAfter any more.
        var record = run.IsEnded
            ? Record(run, action, path, EndCode(run), null)
            : Record(run, action, path, Skipped, ActionResult.ErrorOf("ActionConditionFailed", AzureMessages.RunAfterNotMet(action.Name, unmet, actual)));
        Put(run, record);
        Inside(run, action, path, record);
    }

    public static void BecauseTheRunEnded(LiveRun run, ActionDefinition action, IterationPath path)
    {
        var record = Record(run, action, path, EndCode(run), null);
        Put(run, record);
        Inside(run, action, path, record);
    }

    /// <summary>The branch was not taken: its first actions say so, the others that they follow skipped ones.</summary>
    public static void Branch(LiveRun run, ActionBlock block, IterationPath path)
    {
        foreach (var action in block.Actions)
        {
            var error = action.RunAfter.Count == 0
                ? ActionResult.ErrorOf("ActionBranchingConditionNotSatisfied", AzureMessages.BranchNotTaken(action.Name))
                : ActionResult.ErrorOf("ActionConditionFailed", AzureMessages.RunAfterNotMet(action.Name, action.RunAfter[0], ActionStatus.Skipped));
            var record = Record(run, action, path, Skipped, error);
            Put(run, record);
            Inside(run, action, path, record);
        }
    }

    /// <summary>Everything inside a block whose owner did not run.</summary>
    public static void Inside(LiveRun run, ActionDefinition owner, IterationPath path, ActionRecord ownerRecord)
    {
        foreach (var action in owner.Blocks.SelectMany(block => block.Actions))
        {
            var error = ownerRecord.Code == Skipped || ownerRecord.Status == ActionStatus.Failed
                ? ActionResult.ErrorOf("ActionDependencyFailed", AzureMessages.DependencyFailed(action.Name, owner.Name, ownerRecord.Status, ownerRecord.Code))
                : null;
            var record = Record(run, action, path, error is null ? EndCode(run) : Skipped, error);
            Put(run, record);
            Inside(run, action, path, record);
        }
    }

    /// <summary>The first actions of a branch fail, because the branching condition itself cannot be evaluated.</summary>
    public static void Fail(LiveRun run, ActionBlock block, IterationPath path, Func<ActionDefinition, JObject> error)
    {
        foreach (var action in block.Actions)
        {
            var record = Record(run, action, path, "InternalServerError", error(action), ActionStatus.Failed);
            Put(run, record);
            Inside(run, action, path, record);
        }
    }

    private static string EndCode(LiveRun run) => (string?)run.Record.Ended?["code"] ?? "Terminated";

    private static ActionRecord Record(LiveRun run, ActionDefinition action, IterationPath path, string code, JObject? error, ActionStatus status = ActionStatus.Skipped)
    {
        var now = run.Services.Clock.Now;
        return new ActionRecord
        {
            Name = action.Name,
            Path = path.Key,
            Start = now,
            End = now,
            TrackingId = run.Services.NewId(),
            ClientTrackingId = run.Record.ClientTrackingId,
            Status = status,
            Code = code,
            Error = error,
        };
    }

    private static void Put(LiveRun run, ActionRecord record)
    {
        run.Put(record);
        run.Post(new StoreChange.Action(run.Record, record));
    }
}
