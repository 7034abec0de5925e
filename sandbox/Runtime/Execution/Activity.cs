namespace B2BConnector.Runtime.Execution;

/// <summary>
/// Counts work that makes progress by itself. Idle means: everything that is unfinished waits for time to pass or for somebody outside.
/// Whoever wakes a waiting part counts it in before it stops counting itself, so that idle is never seen in between.
/// </summary>
public sealed class Activity(Action<int>? changed = null)
{
    private readonly Lock gate = new();
    private int busy;
    private TaskCompletionSource? idle;

    /// <summary>True when nothing happens until time passes or a call arrives.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
            {
                return busy == 0;
            }
        }
    }

    /// <summary>Ends when the engine is idle.</summary>
    public Task WhenIdleAsync()
    {
        lock (gate)
        {
            return busy == 0 ? Task.CompletedTask : (idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    internal void Enter()
    {
        lock (gate)
        {
            busy++;
        }

        changed?.Invoke(1);
    }

    internal void Exit()
    {
        TaskCompletionSource? signal = null;
        lock (gate)
        {
            if (--busy == 0)
            {
                (signal, idle) = (idle, null);
            }
        }

        changed?.Invoke(-1);
        signal?.SetResult();
    }
}
