namespace B2BConnector.Runtime.Execution;

/// <summary>A place where one busy part waits without counting as busy, until it is released or cancelled.</summary>
internal sealed class Parking(Activity activity)
{
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int state;

    public void Release()
    {
        if (Interlocked.Exchange(ref state, 1) == 0)
        {
            activity.Enter();
            released.SetResult();
        }
    }

    public async Task WaitAsync(CancellationToken cancellation)
    {
        activity.Exit();
        await using (cancellation.UnsafeRegister(static parking => ((Parking)parking!).Release(), this))
        {
            await released.Task;
        }

        cancellation.ThrowIfCancellationRequested();
    }
}
