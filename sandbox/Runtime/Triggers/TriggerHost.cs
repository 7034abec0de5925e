using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Storage;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers;

/// <summary>The engine as one trigger sees it: conditions, splitOn, histories and the start of runs are the same for all types.</summary>
public sealed class TriggerHost
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal TriggerHost(EngineServices services, WorkflowDefinition workflow)
    {
        Services = services;
        Workflow = workflow;
    }

    /// <summary>The workflow that the trigger starts.</summary>
    public WorkflowDefinition Workflow { get; }

    /// <summary>The trigger.</summary>
    public TriggerDefinition Trigger => Workflow.Trigger;

    /// <summary>The engine's time.</summary>
    public DateTimeOffset Now => Services.Clock.Now;

    internal EngineServices Services { get; }

    /// <summary>Ends when the trigger can be relied upon, or has failed for the first time.</summary>
    internal Task Ready => ready.Task;

    /// <summary>What the trigger stored; null at first.</summary>
    public JObject? State => Services.Store.TriggerState(Workflow.Name, Trigger.Name);

    /// <summary>Stores state without starting a run.</summary>
    public Task SaveStateAsync(JObject? state) =>
        Services.Store.CommitAsync(new StoreChange.Trigger(Workflow.Name, Trigger.Name, state is null ? null : JsonText.Write(state)));

    /// <summary>Waits on the engine's time; the wait is not work.</summary>
    public Task DelayUntilAsync(DateTimeOffset due, CancellationToken cancellation) => Services.Clock.DelayUntilAsync(due, cancellation);

    /// <summary>Starts the runs of an event. They begin when event, runs and new trigger state are committed in one transaction.</summary>
    public async Task FireAsync(TriggerEvent fired, CancellationToken cancellation) => await StartAsync(fired, null);

    /// <summary>Notes in the trigger's history that nothing started.</summary>
    public Task NoteAsync(ActionStatus status, string code, DateTimeOffset start, JToken? inputs = null, JToken? outputs = null, JObject? error = null, JObject? state = null)
    {
        var changes = new List<StoreChange>();
        AddState(changes, state);
        changes.Add(TriggerHistory.Entry(this, RunIds.Next(Services), null, status, code, start, inputs, outputs, error));
        return Services.Store.CommitAsync([.. changes]);
    }

    internal void SetReady() => ready.TrySetResult();

    internal CallIdentity Identity()
    {
        var id = Services.NewId();
        return new CallIdentity(Workflow, Trigger.Name, null, id, id, id);
    }

    internal TriggerEvaluation Context(JObject? outputs = null, Func<string>? callback = null) => new(Services, Workflow, outputs is null ? null : Record(outputs), callback);

    /// <summary>
    /// Creates the runs of an event; <paramref name="prepare"/> sees each run before it begins, <paramref name="alongside"/> gives what is
    /// stored in the same transaction.
    /// </summary>
    internal async Task<IReadOnlyList<LiveRun>> StartAsync(TriggerEvent fired, Action<LiveRun>? prepare, Func<LiveRun, StoreChange?>? alongside = null)
    {
        var started = Now;
        var runs = new List<LiveRun>();
        var changes = new List<StoreChange>();
        AddState(changes, fired.State);
        try
        {
            foreach (var outputs in SplitOn.Apply(Trigger, fired.Outputs, Context(fired.Outputs)))
            {
                var context = Context(outputs);
                if (!Trigger.Conditions.All(condition => condition.Evaluate(context) is { Type: JTokenType.Boolean } met && (bool)met))
                {
                    AddEntry(changes, () => TriggerHistory.Entry(this, RunIds.Next(Services), null, ActionStatus.Skipped, fired.Code, started, fired.Inputs, outputs, null));
                    continue;
                }

                var run = Create(fired, outputs, context, started);
                runs.Add(run);
                changes.AddRange(RunRegistry.Changes(run));
                if (alongside?.Invoke(run) is { } more)
                {
                    changes.Add(more);
                }

                AddEntry(changes, () => TriggerHistory.Entry(this, run.Record.Id, run.Record.Id, ActionStatus.Succeeded, fired.Code, started, fired.Inputs, outputs, null));
            }
        }
        catch (WdlException exception)
        {
            var error = ActionResult.ErrorOf(WdlException.InvalidTemplate, AzureMessages.TriggerFailed(Trigger.Name, exception.Message));
            await Services.Store.CommitAsync(TriggerHistory.Entry(this, RunIds.Next(Services), null, ActionStatus.Failed, "BadRequest", started, fired.Inputs, fired.Outputs, error));
            runs.ForEach(Services.Runs.Forget);
            throw new TriggerFailedException(error);
        }

        if (changes.Count > 0)
        {
            await Services.Store.CommitAsync([.. changes]);
        }

        foreach (var run in runs)
        {
            prepare?.Invoke(run);
            Services.Runs.Begin(run);
        }

        return runs;
    }

    /// <summary>Starts a run with the trigger outputs of an earlier one: conditions and splitOn were decided then.</summary>
    internal async Task<LiveRun> RepeatAsync(RunRecord earlier)
    {
        var outputs = (JObject)earlier.Trigger["outputs"]!;
        var fired = new TriggerEvent(outputs) { ClientTrackingId = earlier.ClientTrackingId, Inputs = earlier.Trigger["inputs"] };
        var run = Create(fired, outputs, Context(outputs), Now);
        run.Record.Trigger["originHistoryName"] = earlier.Id;
        var changes = RunRegistry.Changes(run).ToList();
        AddEntry(changes, () => TriggerHistory.Entry(this, run.Record.Id, run.Record.Id, ActionStatus.Succeeded, fired.Code, Now, fired.Inputs, outputs, null));
        await Services.Store.CommitAsync([.. changes]);
        Services.Runs.Begin(run);
        return run;
    }

    private LiveRun Create(TriggerEvent fired, JObject outputs, TriggerEvaluation context, DateTimeOffset started)
    {
        var id = RunIds.Next(Services);
        var tracking = Trigger.ClientTrackingId?.Evaluate(context).ToString();
        tracking = string.IsNullOrEmpty(tracking) ? fired.ClientTrackingId ?? id : tracking;
        var record = Record(outputs);
        record["startTime"] = JsonText.Time(started);
        record["endTime"] = JsonText.Time(Now);
        record["trackingId"] = Services.NewId();
        record["clientTrackingId"] = tracking;
        record["originHistoryName"] = id;
        record["code"] = fired.Code;
        record["status"] = nameof(ActionStatus.Succeeded);
        if (fired.Inputs is not null)
        {
            record["inputs"] = fired.Inputs.DeepClone();
        }

        if (fired.Scheduled is { } scheduled)
        {
            record["scheduledTime"] = JsonText.Time(scheduled);
        }

        return Services.Runs.Create(Workflow, new RunRecord
        {
            Id = id,
            Workflow = Workflow.Name,
            Version = Workflow.Version,
            CorrelationId = Services.NewId(),
            ClientTrackingId = tracking,
            Start = Now,
            Trigger = record,
            Parent = fired.Parent,
            Secured = Secure.Text(Trigger.SecureInputs, Trigger.SecureOutputs),
        });
    }

    private JObject Record(JObject outputs) => new() { ["name"] = Trigger.Name, ["outputs"] = outputs.DeepClone() };

    private void AddEntry(List<StoreChange> changes, Func<StoreChange> entry)
    {
        if (Workflow.KeepsHistory)
        {
            changes.Add(entry());
        }
    }

    private void AddState(List<StoreChange> changes, JObject? state)
    {
        if (state is not null)
        {
            changes.Add(new StoreChange.Trigger(Workflow.Name, Trigger.Name, JsonText.Write(state)));
        }
    }
}
