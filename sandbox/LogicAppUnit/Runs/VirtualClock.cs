namespace LogicAppUnit.Runs;

/// <summary>
/// The time of one test: it stands still while anything works, and jumps to the next moment for which somebody waits when nothing does. It starts
/// at the time of the machine.
/// </summary>
internal sealed class VirtualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = System.GetUtcNow();
    private int busy;
    private TaskCompletionSource? quiet;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>+1 when work begins, -1 when it ends or waits.</summary>
    public void Busy(int change)
    {
        TaskCompletionSource? signal = null;
        lock (gate)
        {
            busy += change;
            if (busy == 0)
            {
                (signal, quiet) = (quiet, null);
            }
        }

        signal?.SetResult();
    }

    /// <summary>Ends when nothing works.</summary>
    public Task WhenQuietAsync()
    {
        lock (gate)
        {
            return busy == 0 ? Task.CompletedTask : (quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Jumps to the next timer and fires it. False when nobody waits for time.</summary>
    public bool JumpToNext()
    {
        Timer? next;
        lock (gate)
        {
            next = timers.MinBy(timer => timer.Due);
            if (next is null)
            {
                return false;
            }

            now = next.Due > now ? next.Due : now;
            timers.Remove(next);
        }

        next.Fire();
        return true;
    }

    /// <summary>Waits for time to pass; the wait is not work. Only for what counts as work.</summary>
    public async Task DelayAsync(TimeSpan delay, CancellationToken cancellation)
    {
        if (delay <= TimeSpan.Zero)
        {
            return;
        }

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = 0;
        await using var timer = CreateTimer(_ => Release(), null, delay, Timeout.InfiniteTimeSpan);
        await using var registration = cancellation.UnsafeRegister(_ => Release(), null);
        Busy(-1);
        await ended.Task;
        cancellation.ThrowIfCancellationRequested();

        void Release()
        {
            // Work again before the clock can see that nothing works.
            if (Interlocked.Exchange(ref released, 1) == 0)
            {
                Busy(1);
                ended.SetResult();
            }
        }
    }

    private sealed class Timer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.now + dueTime;
                    clock.timers.Add(this);
                }
            }

            return true;
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
