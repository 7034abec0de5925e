using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Storage;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>One execution of an action, as its behaviour sees it.</summary>
public sealed class ActionContext
{
    private readonly ActionRecord? earlier;
    private readonly IterationPath path;
    private readonly string trackingId;
    private readonly DateTimeOffset start;
    private readonly RequestLog requests;
    private JObject? progress;

    internal ActionContext(LiveRun run, ActionDefinition definition, IterationPath path, ActionRecord? earlier)
    {
        Run = run;
        Definition = definition;
        this.path = path;
        this.earlier = earlier;
        start = earlier?.Start ?? run.Services.Clock.Now;
        trackingId = earlier?.TrackingId ?? run.Services.NewId();
        progress = earlier?.Progress;
        Inputs = earlier?.Inputs;
        Retries = earlier?.Retries ?? [];
        requests = new RequestLog(earlier?.Requests);
    }

    /// <summary>The action.</summary>
    public ActionDefinition Definition { get; }

    /// <summary>The evaluated inputs as the history shows them; null until they are evaluated.</summary>
    public JToken? Inputs { get; private set; }

    /// <summary>The engine's time.</summary>
    public DateTimeOffset Now => Run.Services.Clock.Now;

    /// <summary>When the execution began, also before a restart.</summary>
    public DateTimeOffset Start => start;

    /// <summary>The id that calls of this action carry.</summary>
    public string TrackingId => trackingId;

    /// <summary>What the behaviour saved, possibly before a restart; null at first.</summary>
    public JObject? State => progress?["state"] as JObject;

    internal LiveRun Run { get; }

    internal IterationPath Path => path;

    internal DateTimeOffset? Deadline => Definition.Timeout is { } timeout ? start + timeout : null;

    internal JArray Retries { get; }

    internal DateTimeOffset? RetryDue => progress?["due"] is { } due ? JsonText.Time(due) : null;

    /// <summary>Evaluates the inputs once; later tries get the same value.</summary>
    public JToken EvaluateInputs(Template template, Func<string>? callback = null) => Inputs ??= template.Evaluate(Context(callback: callback));

    /// <summary>Records what the history shows as inputs, for actions that are not evaluated from one template.</summary>
    public void RecordInputs(JToken inputs) => Inputs = inputs;

    /// <summary>Evaluates a part of the inputs.</summary>
    public JToken Evaluate(Template template, JToken? item = null) => template.Evaluate(Context(item));

    /// <summary>Evaluates an expression that belongs to the action itself, such as a condition.</summary>
    public JToken EvaluateExpression(Template template) => EvaluateExpression(template, path);

    /// <summary>Waits on the engine's time; the wait is not work.</summary>
    public Task DelayUntilAsync(DateTimeOffset due, CancellationToken cancellation) => Run.Services.Clock.DelayUntilAsync(due, cancellation);

    /// <summary>Stores what the behaviour needs to go on after a restart, before it goes on.</summary>
    public Task SaveStateAsync(JObject state)
    {
        progress = new JObject { ["state"] = state };
        return CommitProgressAsync();
    }

    /// <summary>New state, to be stored together with other changes by whoever gets it.</summary>
    internal StoreChange StateChange(JObject state)
    {
        progress = new JObject { ["state"] = state };
        var record = Build(ActionStatus.Running, null);
        Run.Put(record);
        return new StoreChange.Action(Run.Record, record);
    }

    /// <summary>The value of a variable.</summary>
    public JToken Variable(string name) => Context().Variable(name);

    /// <summary>Runs a block of this action once.</summary>
    public Task<ActionStatus> RunBlockAsync(ActionBlock block) => BlockRunner.RunAsync(Run, block, path);

    /// <summary>Runs a block for one iteration and stores how it ended; one that ended before a restart is not run again.</summary>
    internal Task<ActionStatus> RunIterationAsync(ActionBlock block, int index, JToken? item, Func<IterationPath, bool>? condition = null) =>
        Iteration.RunAsync(this, block, path.Push(Definition, index, item), condition);

    /// <summary>How an earlier iteration ended, and whether the loop's condition was met after it; null when it has not ended.</summary>
    internal ActionStatus? IterationResult(int index, out bool met) => Iteration.ResultOf(this, path.Push(Definition, index, null), out met);

    /// <summary>Executes a piece of work several times at once.</summary>
    internal Task SideBySideAsync(int count, Func<Task> work) => SideBySide.RunAsync(Run.Services.Activity, count, work);

    /// <summary>Records that a block's condition was not met.</summary>
    public void SkipBlock(ActionBlock block) => ActionSkip.Branch(Run, block, path);

    /// <summary>Result of a block that ran once.</summary>
    public ActionResult BlockResult(ActionStatus status) => Run.IsEnded
        ? new ActionResult(ActionStatus.Cancelled, (string?)Run.Record.Ended!["code"] ?? "Terminated")
        : status == ActionStatus.Succeeded
            ? ActionResult.Success()
            : ActionResult.Failure("ActionFailed", "ActionFailed", AzureMessages.BlockFailed) with { Status = status };

    internal void NoteRequest(HttpAnswer answer) => requests.Add(answer);

    internal string Location => Run.Services.Contents.Location;

    internal CallIdentity Identity() =>
        new(Run.Definition, Definition.Name, Run.Record.Id, trackingId, Run.Record.CorrelationId, Run.Record.ClientTrackingId);

    internal JToken EvaluateExpression(Template template, IterationPath at)
    {
        try
        {
            return template.Evaluate(new RunEvaluation(Run, at));
        }
        catch (WdlException exception)
        {
            throw new ActionFailure(ExpressionFailure(AzureMessages.ActionExpressionFailed(Definition.Name, exception.Message)));
        }
    }

    internal ActionResult ExpressionFailure(string message)
    {
        Inputs = null;
        return ActionResult.Failure("BadRequest", WdlException.InvalidTemplate, message);
    }

    internal RunEvaluation Context(JToken? item = null, Func<JObject>? current = null, Func<string>? callback = null) => new(Run, path, current, item, callback);

    internal Task SaveRetryAsync(JObject entry, DateTimeOffset due)
    {
        Retries.Add(entry);
        progress = new JObject { ["due"] = JsonText.Time(due) };
        return CommitProgressAsync();
    }

    /// <summary>Shows the action as running in the history; nobody waits for that.</summary>
    internal void PostStart()
    {
        if (earlier is null && (Definition.Blocks.Count > 0 || Definition.Retry is not null))
        {
            var record = Build(ActionStatus.Running, null);
            Run.Put(record);
            Run.Post(new StoreChange.Action(Run.Record, record));
        }
    }

    /// <summary>Stores the inputs of a running action. Writes keep their order, so what follows is stored later.</summary>
    internal void PostProgress() => _ = CommitProgressAsync();

    internal ActionRecord Finish(ActionResult result)
    {
        // Not recorded in stateless workflows (documented).
        if (Definition.TrackedProperties is { } tracked && !Run.Definition.IsStateless && result.Status != ActionStatus.Skipped)
        {
            result = TrackedPropertiesOf(result, tracked, out var values);
            return Build(result.Status, result, values);
        }

        return Build(result.Status, result);
    }

    private ActionResult TrackedPropertiesOf(ActionResult result, Template tracked, out JToken? values)
    {
        values = null;
        try
        {
            var own = Build(result.Status, result);
            values = tracked.Evaluate(Context(current: () => own.View));
            return result;
        }
        catch (WdlException exception)
        {
            // Inferred: the platform's status for a failing tracked property is not published; losing it silently would be worse.
            return ActionResult.Failure("TrackedPropertiesEvaluationFailed", WdlException.InvalidTemplate, AzureMessages.ActionExpressionFailed(Definition.Name, exception.Message))
                with { Outputs = result.Outputs };
        }
    }

    private Task CommitProgressAsync()
    {
        var record = Build(ActionStatus.Running, null);
        Run.Put(record);
        return Run.CommitAsync(new StoreChange.Action(Run.Record, record));
    }

    private ActionRecord Build(ActionStatus status, ActionResult? result, JToken? tracked = null) => new()
    {
        Name = Definition.Name,
        Path = path.Key,
        Start = start,
        TrackingId = trackingId,
        ClientTrackingId = Run.Record.ClientTrackingId,
        Status = status,
        Code = result?.Code,
        Error = result?.Error,
        Inputs = Inputs,
        Outputs = result?.Outputs,
        End = result is null ? null : Now,
        TrackedProperties = tracked,
        Retries = Retries.Count > 0 ? (JArray)Retries.DeepClone() : null,
        Requests = requests.ToJson(isFinished: result is not null),
        Iterations = result?.Iterations,
        Items = result?.Items,
        Secured = Secure.Text(Definition.SecureInputs, Definition.SecureOutputs),
        Progress = result is null ? progress : null,
    };
}
