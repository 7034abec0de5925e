using System.Collections.Concurrent;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Storage;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>The runs that are not finished: started, waiting for a place, or taken up again after a restart.</summary>
internal sealed class RunRegistry(EngineServices services) : IDisposable
{
    private readonly ConcurrentDictionary<string, LiveRun> live = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> tasks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrencyGate> gates = new(StringComparer.OrdinalIgnoreCase);
    private List<LiveRun> restored = [];

    public LiveRun? Find(string id) => live.GetValueOrDefault(id);

    public int CountOf(string workflow) => live.Values.Count(run => run.Definition.Name.Equals(workflow, StringComparison.OrdinalIgnoreCase));

    /// <summary>Runs of a workflow that wait for a place.</summary>
    public int WaitingOf(WorkflowDefinition workflow) => Gate(workflow)?.Waiting ?? 0;

    /// <summary>A run in memory only: <see cref="Changes"/> are committed by the caller, then <see cref="Begin"/>.</summary>
    public LiveRun Create(WorkflowDefinition workflow, RunRecord record)
    {
        var gate = Gate(workflow);
        record.Status = gate is null || gate.TryEnter() ? ActionStatus.Running : ActionStatus.Waiting;
        var run = new LiveRun(services, workflow, record);
        live[record.Id] = run;
        return run;
    }

    /// <summary>What has to be stored before a run may begin.</summary>
    public static IEnumerable<StoreChange> Changes(LiveRun run) => run.Definition.KeepsHistory
        ? [new StoreChange.Run(run.Record), new StoreChange.Version(run.Definition.Name, run.Definition.Version, run.Definition.Text)]
        : [];

    /// <summary>Drops a run that was created but never stored.</summary>
    public void Forget(LiveRun run)
    {
        live.TryRemove(run.Record.Id, out _);
        if (run.Record.Status == ActionStatus.Running)
        {
            Gate(run.Definition)?.Leave();
        }

        run.Dispose();
    }

    /// <summary>Starts the work of a stored run.</summary>
    public void Begin(LiveRun run)
    {
        services.Activity.Enter();
        tasks[run.Record.Id] = Task.Run(() => ExecuteAsync(run));
    }

    /// <summary>Takes every run that the store has unfinished into memory.</summary>
    public void Restore()
    {
        var unfinished = services.Store.UnfinishedRuns();
        if (unfinished.Count > 0)
        {
            EngineLog.Resuming(services.Log, unfinished.Count);
        }

        // All are known before the first goes on: a parent looks for its child here.
        restored = unfinished.Select(Restore).ToList();
        foreach (var run in restored)
        {
            if (run.Record.Status == ActionStatus.Running)
            {
                Gate(run.Definition)?.Take();
            }
        }

    }

    /// <summary>Lets the restored runs go on; does nothing the second time.</summary>
    public void GoOn() => Interlocked.Exchange(ref restored, []).ForEach(Begin);

    /// <summary>Ends when all work in memory has ended.</summary>
    public Task WhenStoppedAsync() => Task.WhenAll(tasks.Values);

    public void Dispose()
    {
        foreach (var run in live.Values)
        {
            run.Dispose();
        }
    }

    private LiveRun Restore(RunRecord record)
    {
        var run = new LiveRun(services, DefinitionOf(record), record);
        foreach (var action in services.Store.Actions(record.Id))
        {
            run.Put(action);
        }

        foreach (var (name, value) in services.Store.Variables(record.Id))
        {
            run.SetVariable(name, value);
        }

        if (run.Definition.IsStateless)
        {
            run.End(StatelessLimit.Interrupted);
        }

        live[record.Id] = run;
        return run;
    }

    /// <summary>A run keeps the version of the workflow with which it began.</summary>
    private WorkflowDefinition DefinitionOf(RunRecord record)
    {
        var current = services.Project.Workflows.GetValueOrDefault(record.Workflow);
        if (current?.Version == record.Version)
        {
            return current;
        }

        var text = services.Store.DefinitionText(record.Workflow, record.Version) ?? "{}";
        var problems = new List<Problem>();
        var definition = WorkflowReader.Read(services.Contents, record.Workflow, JsonSourceReader.Read(record.Workflow, text), problems);
        if (problems.Count > 0)
        {
            record.Ended ??= new JObject
            {
                ["status"] = nameof(ActionStatus.Failed),
                ["code"] = "WorkflowVersionNotUsable",
                ["error"] = ActionResult.ErrorOf("WorkflowVersionNotUsable", $"The run began with another version of the workflow, which does not fit the project any more: {problems[0].Message}"),
            };
        }

        return definition;
    }

    private async Task ExecuteAsync(LiveRun run)
    {
        var gate = Gate(run.Definition);
        try
        {
            if (run.Record.Status == ActionStatus.Waiting)
            {
                await gate!.EnterAsync(services.Activity, services.Stopping);
                run.Record.Status = ActionStatus.Running;
                await run.CommitAsync(new StoreChange.Run(run.Record));
            }

            using var limit = StatelessLimit.Of(run);
            var status = await BlockRunner.RunAsync(run, run.Definition.Actions, IterationPath.Root);
            RunEnd.Apply(run, status);
            await run.CommitAsync(new StoreChange.Run(run.Record));
            live.TryRemove(run.Record.Id, out _);
            services.Options.Observer?.RunEnded(new RunSummary(
                run.Definition.Name, run.Record.Id, run.Record.Status, run.Record.Code, run.Record.End!.Value - run.Record.Start));
            run.Answer.Give();
            run.Completed();
            gate?.Leave();
            EngineLog.RunEnded(services.Log, run.Definition.Name, run.Record.Id, run.Record.Status.ToString());
            run.Dispose();
        }
        catch (OperationCanceledException)
        {
            run.Stopped();
        }
        catch (Exception exception)
        {
            EngineLog.RunCrashed(services.Log, exception, run.Definition.Name, run.Record.Id);
            run.Stopped();
        }
        finally
        {
            tasks.TryRemove(run.Record.Id, out _);
            services.Activity.Exit();
        }
    }

    private ConcurrencyGate? Gate(WorkflowDefinition workflow) =>
        workflow.Trigger?.MaximumRuns is { } maximum ? gates.GetOrAdd(workflow.Name, _ => new ConcurrencyGate(maximum)) : null;
}
