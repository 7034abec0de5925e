using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Storage;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>
/// Everything around the work of an action: runAfter, time-out, retries, errors, tracked properties, and the commit of its result
/// before anything that follows may start.
/// </summary>
internal static class ActionPipeline
{
    public static async Task ExecuteAsync(LiveRun run, ActionDefinition action, IterationPath path)
    {
        var earlier = run.Find(action, path);
        if (earlier is { IsFinished: true })
        {
            return;
        }

        run.Services.Stopping.ThrowIfCancellationRequested();
        if (run.IsEnded && earlier is null)
        {
            ActionSkip.BecauseTheRunEnded(run, action, path);
            return;
        }

        if (Unmet(run, action, path) is { } unmet)
        {
            ActionSkip.BecauseOfRunAfter(run, action, path, unmet, run.Find(unmet.Action, path)!.Status);
            return;
        }

        var context = new ActionContext(run, action, path, earlier);
        var isLeaf = action.Blocks.Count == 0;
        if (isLeaf)
        {
            run.EnterLeaf();
        }

        try
        {
            if (action.Behaviour is Actions.Variables.VariableAction)
            {
                await ChangeVariableAsync(context);
            }
            else
            {
                context.PostStart();
                await CommitAsync(context, await ResultAsync(context));
            }
        }
        finally
        {
            // After a Response nothing else may be under way, or the answer must not wait for it.
            if (isLeaf && run.ExitLeaf() > 0)
            {
                run.Answer.Flush();
            }
        }
    }

    private static RunAfterCondition? Unmet(LiveRun run, ActionDefinition action, IterationPath path) =>
        action.RunAfter.FirstOrDefault(condition => !condition.Statuses.Contains(run.Find(condition.Action, path)!.Status));

    private static async Task ChangeVariableAsync(ActionContext context)
    {
        Task committed;
        await context.Run.VariableGate.WaitAsync(context.Run.Services.Stopping);
        try
        {
            var result = await ResultAsync(context);
            foreach (var (name, value) in result.Variables ?? [])
            {
                context.Run.SetVariable(name, value);
            }

            committed = CommitAsync(context, result);
        }
        finally
        {
            context.Run.VariableGate.Release();
        }

        await committed;
    }

    /// <exception cref="OperationCanceledException">The host stops; nothing is stored, and the action runs again at the next start.</exception>
    private static async Task<ActionResult> ResultAsync(ActionContext context)
    {
        var result = await AttemptsAsync(context);
        var stopping = context.Run.Services.Stopping;

        // A failure met while the host stops says nothing about the system that was called.
        return result.Status == ActionStatus.Failed && stopping.IsCancellationRequested ? throw new OperationCanceledException(stopping) : result;
    }

    private static async Task<ActionResult> AttemptsAsync(ActionContext context)
    {
        var run = context.Run;
        using var timeout = context.Deadline is { } deadline
            ? new CancellationTokenSource(Positive(deadline - run.Services.Clock.Now), run.Services.Options.Time)
            : null;
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(run.Ending, timeout?.Token ?? CancellationToken.None);
        try
        {
            return await AttemptLoop.RunAsync(context, linked.Token);
        }
        catch (ActionFailure failure)
        {
            return failure.Result;
        }
        catch (WdlException exception)
        {
            return context.ExpressionFailure(AzureMessages.InputsFailed(context.Definition.Name, exception.Message));
        }
        catch (OperationCanceledException) when (!run.Services.Stopping.IsCancellationRequested && linked.IsCancellationRequested)
        {
            return run.IsEnded
                ? new ActionResult(ActionStatus.Cancelled, (string?)run.Record.Ended!["code"] ?? "Terminated")
                : ActionResult.Failure("ActionTimedOut", "ActionTimedOut", AzureMessages.TimedOut(context.Definition.Name)) with { Status = ActionStatus.TimedOut };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            EngineLog.ActionCrashed(run.Services.Log, exception, run.Definition.Name, run.Record.Id, context.Definition.Name);
            return ActionResult.Failure("InternalServerError", "InternalServerError", $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private static async Task CommitAsync(ActionContext context, ActionResult result)
    {
        var run = context.Run;
        var record = context.Finish(result);
        var changes = new List<StoreChange> { new StoreChange.Action(run.Record, record) };
        changes.AddRange((result.Variables ?? []).Select(variable => new StoreChange.Variable(run.Record.Id, variable.Name, JsonText.Write(variable.Value))));
        if (result.Response is not null || result.EndsRun is not null)
        {
            run.Record.Response ??= result.Response;
            run.Record.Ended ??= result.EndsRun;
            changes.Add(new StoreChange.Run(run.Record));
        }

        await run.CommitAsync([.. changes]);
        run.Put(record);
        run.Services.Options.Observer?.ActionEnded(new ActionEnd(
            run.Definition.Name, run.Record.Id, record.Name, record.Path, record.Status, record.Code, (string?)History.SecuredError.Of(record)?["message"]));
        if (result.EndsRun is { } end)
        {
            run.End(end);
        }
    }

    private static TimeSpan Positive(TimeSpan left) => left > TimeSpan.Zero ? left : TimeSpan.FromTicks(1);
}
