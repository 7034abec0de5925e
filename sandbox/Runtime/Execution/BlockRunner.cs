using System.Runtime.ExceptionServices;
using B2BConnector.Runtime.Definitions;

namespace B2BConnector.Runtime.Execution;

/// <summary>Executes the actions of a block as their predecessors end, side by side where runAfter allows.</summary>
internal sealed class BlockRunner
{
    private readonly LiveRun run;
    private readonly IterationPath path;
    private readonly Lock gate = new();
    private readonly Dictionary<ActionDefinition, int> missing;
    private readonly Parking done;
    private int running;
    private Exception? fault;

    private BlockRunner(LiveRun run, ActionBlock block, IterationPath path)
    {
        this.run = run;
        this.path = path;
        done = new Parking(run.Services.Activity);
        missing = block.Actions.ToDictionary(action => action, action => action.RunAfter.Count);
    }

    /// <summary>Ends when every action of the block has a committed record; gives the status by the leaf rule.</summary>
    public static async Task<ActionStatus> RunAsync(LiveRun run, ActionBlock block, IterationPath path)
    {
        if (block.Actions.Count == 0)
        {
            return ActionStatus.Succeeded;
        }

        var runner = new BlockRunner(run, block, path);
        var roots = block.Actions.Where(action => action.RunAfter.Count == 0).ToList();
        runner.running = roots.Count;
        roots.ForEach(runner.Start);
        await runner.done.WaitAsync(CancellationToken.None);
        if (runner.fault is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        return LeafRule.StatusOf(block, action => run.Find(action, path)!.Status);
    }

    private void Start(ActionDefinition action)
    {
        run.Services.Activity.Enter();
        _ = Task.Run(() => ExecuteAsync(action));
    }

    private async Task ExecuteAsync(ActionDefinition action)
    {
        Exception? failed = null;
        try
        {
            await ActionPipeline.ExecuteAsync(run, action, path);
        }
        catch (Exception exception)
        {
            // The engine stops, or the store is broken: the block ends without starting anything more.
            failed = exception;
        }

        var ready = new List<ActionDefinition>();
        bool isLast;
        lock (gate)
        {
            fault ??= failed;
            if (fault is null)
            {
                ready.AddRange(action.Successors.Where(next => --missing[next] == 0));
            }

            running += ready.Count - 1;
            isLast = running == 0;
        }

        ready.ForEach(Start);
        if (isLast)
        {
            done.Release();
        }

        run.Services.Activity.Exit();
    }
}
