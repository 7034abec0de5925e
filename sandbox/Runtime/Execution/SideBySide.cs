using System.Runtime.ExceptionServices;

namespace B2BConnector.Runtime.Execution;

/// <summary>Runs the same work several times at once; the last to end wakes the one who waits.</summary>
internal static class SideBySide
{
    public static async Task RunAsync(Activity activity, int count, Func<Task> work)
    {
        if (count == 0)
        {
            return;
        }

        var done = new Parking(activity);
        var left = count;
        Exception? fault = null;
        for (var i = 0; i < count; i++)
        {
            activity.Enter();
            _ = Task.Run(async () =>
            {
                try
                {
                    await work();
                }
                catch (Exception exception)
                {
                    Interlocked.CompareExchange(ref fault, exception, null);
                }

                if (Interlocked.Decrement(ref left) == 0)
                {
                    done.Release();
                }

                activity.Exit();
            });
        }

        await done.WaitAsync(CancellationToken.None);
        if (fault is not null)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }
}
