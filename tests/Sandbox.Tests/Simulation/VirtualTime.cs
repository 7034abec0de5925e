using System.Globalization;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>
/// A clock that stands still while anything works and jumps to the next due timer when everything waits. Parts count themselves in and
/// out (<see cref="Part"/>); a delay that somebody waits for inside such work takes its count away while it lasts.
/// </summary>
internal sealed class VirtualTime : TimeProvider
{
    /// <summary>Real time without any part beginning or ending work after which a standstill is a defect of the harness or of a part.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromMinutes(3);

    private readonly Lock _gate = new();
    private readonly SortedSet<VirtualTimer> _timers = new(Comparer<VirtualTimer>.Create((a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Number.CompareTo(b.Number)));
    private readonly Dictionary<string, VirtualPart> _parts = [];
    private DateTimeOffset _now = new(2030, 1, 7, 8, 0, 0, TimeSpan.Zero);
    private TaskCompletionSource? _idle;
    private int _busy;
    private long _number;
    private long _moves;

    /// <summary>How often the clock moved.</summary>
    public long Jumps { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Where a part reports +1 and -1. A part that is started again under the same name replaces the dead one.</summary>
    public Action<int> Part(string name)
    {
        var part = new VirtualPart();
        lock (_gate)
        {
            Drop(name);
            _parts[name] = part;
        }

        return change => Report(part, change);
    }

    /// <summary>What a part had under way does not count any more: its process is dead.</summary>
    public void Forget(string name)
    {
        lock (_gate)
        {
            Drop(name);
            SignalIfIdle();
        }
    }

    /// <summary>Waits on this clock, inside work that was started with <see cref="RunAsync"/> or <see cref="StartAsync"/>.</summary>
    public async Task WaitAsync(TimeSpan wait)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = CreateTimer(_ =>
        {
            Change(1);
            over.TrySetResult();
        }, null, wait, Timeout.InfiniteTimeSpan);
        Change(-1);
        await over.Task;
    }

    /// <summary>A step now and after each interval, inside such work, until it is over.</summary>
    public async Task EveryAsync(TimeSpan interval, Func<Task> step, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await step();
            await WaitAsync(interval);
        }
    }

    /// <summary>Waits for other counted work without counting as busy.</summary>
    public async Task StandAsideAsync(Task other)
    {
        // Counted in by the other work's end, before that stops counting itself.
        var over = other.ContinueWith(_ => Change(1), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Change(-1);
        await over;
        await other;
    }

    /// <summary>Work of a test that counts as busy, except while it waits on this clock.</summary>
    public Task StartAsync(Func<Task> work)
    {
        Change(1);

        // Whoever waits for it goes on within its end, so counts itself in before the work stops counting.
        var over = new TaskCompletionSource();
        _ = EndAsync(Task.Run(work), over);
        return over.Task;
    }

    private async Task EndAsync(Task work, TaskCompletionSource over)
    {
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        over.SetFromTask(work);
        Change(-1);
    }

    /// <summary>Starts the work and moves the clock until it is done.</summary>
    public async Task RunAsync(Func<Task> work)
    {
        var done = StartAsync(work);
        while (!done.IsCompleted)
        {
            var (idle, moves) = (WhenIdle(), Volatile.Read(ref _moves));
            try
            {
                await Task.WhenAny(done, idle).WaitAsync(Standstill, System);
            }
            catch (TimeoutException) when (Volatile.Read(ref _moves) != moves)
            {
                continue; // long work, no standstill
            }
            catch (TimeoutException)
            {
                throw new InvalidOperationException($"Nothing moved for {Standstill}: {Describe()}");
            }

            if (!done.IsCompleted && idle.IsCompleted && !Jump() && !done.IsCompleted)
            {
                throw new InvalidOperationException($"Everything waits, but no timer is set: {Describe()}");
            }
        }

        await done;
    }

    private Task WhenIdle()
    {
        lock (_gate)
        {
            return _busy <= 0 ? Task.CompletedTask : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Fires everything that is due next, all of the same moment together. False when no timer is set.</summary>
    private bool Jump()
    {
        var due = new List<VirtualTimer>();
        lock (_gate)
        {
            if (_busy > 0)
            {
                return true;
            }

            if (_timers.Min is not { } first)
            {
                return false;
            }

            _now = first.Due > _now ? first.Due : _now;
            while (_timers.Min is { } next && next.Due <= _now)
            {
                _timers.Remove(next);
                due.Add(next);
            }

            Jumps++;

            // Nothing may look idle before the last of them has been fired.
            _busy += due.Count;
        }

        foreach (var timer in due)
        {
            if (timer.IsAwaited)
            {
                Change(1);
            }

            timer.Fire();
            Change(-1);
        }

        return true;
    }

    private void Change(int change)
    {
        lock (_gate)
        {
            _busy += change;
            _moves++;
            SignalIfIdle();
        }
    }

    private void Report(VirtualPart part, int change)
    {
        lock (_gate)
        {
            if (part.IsDead)
            {
                return;
            }

            part.Busy += change;
            _busy += change;
            _moves++;
            SignalIfIdle();
        }
    }

    private void Drop(string name)
    {
        if (_parts.Remove(name, out var part))
        {
            part.IsDead = true;
            _busy -= part.Busy;
        }
    }

    private void SignalIfIdle()
    {
        if (_busy <= 0 && _idle is { } idle)
        {
            _idle = null;
            idle.SetResult();
        }
    }

    private void Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            if (_timers.Remove(timer) && timer.IsAwaited)
            {
                _busy++;
            }

            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = _now + dueTime;
                timer.Number = ++_number;
                _timers.Add(timer);
                if (timer.IsAwaited)
                {
                    _busy--;
                    SignalIfIdle();
                }
            }
        }
    }

    private string Describe()
    {
        lock (_gate)
        {
            var parts = string.Join(", ", _parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Key} {part.Value.Busy}")));
            var waits = string.Join(", ", _timers.Where(timer => timer.IsAwaited).Take(5).Select(timer => (timer.Due - _now).ToString()));
            return string.Create(CultureInfo.InvariantCulture, $"busy {_busy} ({parts}), {_timers.Count} timers, delays [{waits}] at {_now:O}");
        }
    }

    private sealed class VirtualPart
    {
        public int Busy { get; set; }

        public bool IsDead { get; set; }
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public long Number { get; set; }

        /// <summary>True for a delay: whoever made it does nothing else until it ends. A time limit (CancellationTokenSource) is no delay.</summary>
        public bool IsAwaited { get; } = state?.GetType().Name.StartsWith("DelayPromise", StringComparison.Ordinal) == true;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Schedule(this, dueTime);
            return true;
        }

        public void Dispose() => time.Schedule(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
