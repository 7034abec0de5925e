namespace B2BConnector.Runtime.Tests.Scripts;

/// <summary>A clock that stands still until the test moves it. Timers fire while it moves.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly TaskCompletionSource _timer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<HandTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    /// <summary>Waits until something is waiting for the time, then lets it pass.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        await _timer.Task;
        Advance(by);
        foreach (var due in _timers.Where(timer => timer.Due <= _now).ToList())
        {
            due.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : _now + dueTime);
        if (timer.Due < DateTimeOffset.MaxValue)
        {
            _timers.Add(timer);
            _timer.TrySetResult();
        }

        return timer;
    }

    private sealed class HandTimer(TimerCallback callback, object? state, DateTimeOffset due) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = due;

        public void Fire()
        {
            Due = DateTimeOffset.MaxValue;
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => Due = DateTimeOffset.MaxValue;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
