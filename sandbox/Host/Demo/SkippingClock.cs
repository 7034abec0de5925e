namespace B2BConnector.Host.Demo;

/// <summary>The system's clock, which the demo may move ahead: whoever waits for a moment that has come then goes on.</summary>
/// <remarks>Retries that take minutes in Azure take minutes on this clock too; nobody has to sit through them.</remarks>
internal sealed class SkippingClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<SkippingTimer> _timers = [];
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);

    /// <summary>Moves the clock ahead.</summary>
    public void Skip(TimeSpan by)
    {
        List<SkippingTimer> timers;
        lock (_gate)
        {
            _ahead += by;
            timers = [.. _timers];
        }

        timers.ForEach(timer => timer.Reschedule());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SkippingTimer(this, callback, state);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private TimeSpan Ahead
    {
        get
        {
            lock (_gate)
            {
                return _ahead;
            }
        }
    }

    private void Forget(SkippingTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class SkippingTimer : ITimer
    {
        private readonly SkippingClock _clock;
        private readonly ITimer _real;
        private readonly Lock _change = new();
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public SkippingTimer(SkippingClock clock, TimerCallback callback, object? state)
        {
            _clock = clock;
            _real = System.CreateTimer(
                _ =>
                {
                    lock (_change)
                    {
                        _due = _period > TimeSpan.Zero ? _clock.GetUtcNow() + _period : null;
                        if (_due is not null)
                        {
                            _real!.Change(_period, Timeout.InfiniteTimeSpan);
                        }
                    }

                    callback(state);
                },
                null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_change)
            {
                _period = period;
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
                return _real.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }

        /// <summary>After a skip less is left to wait, or nothing.</summary>
        public void Reschedule()
        {
            lock (_change)
            {
                if (_due is { } due)
                {
                    var left = due - _clock.GetUtcNow();
                    _real.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
                }
            }
        }

        public void Dispose()
        {
            _clock.Forget(this);
            _real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            _clock.Forget(this);
            return _real.DisposeAsync();
        }
    }
}
