namespace B2BConnector.Runtime.Execution;

/// <summary>Waiting on the engine's time; a waiting part does not count as busy.</summary>
internal sealed class EngineClock(TimeProvider time, Activity activity)
{
    // Timers of the framework end at about 49 days; a longer wait is cut into pieces.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public TimeProvider Time { get; } = time;

    public DateTimeOffset Now => Time.GetUtcNow();

    public async Task DelayUntilAsync(DateTimeOffset due, CancellationToken cancellation)
    {
        while (due - Now is { Ticks: > 0 } left)
        {
            var parking = new Parking(activity);
            await using var timer = Time.CreateTimer(static place => ((Parking)place!).Release(), parking, left < Longest ? left : Longest, Timeout.InfiniteTimeSpan);
            await parking.WaitAsync(cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
    }
}
