namespace B2BConnector.Emulators.Tests.Dataverse;

/// <summary>A clock that moves only when told; timers fire on the way.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(TimeSpan DueTime, TaskCompletionSource Started)> _awaited = [];
    private DateTimeOffset _now = new(2026, 1, 15, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes when somebody waits exactly this long.</summary>
    public Task TimerAsync(TimeSpan dueTime)
    {
        lock (_gate)
        {
            if (_timers.Exists(timer => timer.DueTime == dueTime)) return Task.CompletedTask;
            var awaited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((dueTime, awaited));
            return awaited.Task;
        }
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.DueOn <= _now)];
            _timers.RemoveAll(due.Contains);
        }
        due.ForEach(timer => timer.Fire());
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset DueOn { get; private set; }

        public TimeSpan DueTime { get; private set; }

        public void Fire() => ThreadPool.QueueUserWorkItem(_ => callback(state));

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                (DueOn, DueTime) = (clock._now + dueTime, dueTime);
                if (dueTime > TimeSpan.Zero) clock._timers.Add(this);
                clock._awaited.FindAll(awaited => awaited.DueTime == dueTime).ForEach(awaited => awaited.Started.TrySetResult());
            }
            if (dueTime == TimeSpan.Zero) Fire();
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
