namespace B2BConnector.Runtime.Definitions;

/// <summary>How often and after which waits a failed call is made again.</summary>
/// <param name="Count">Retries after the first try; 0 = none.</param>
/// <param name="Interval">Wait before the first retry.</param>
/// <param name="Exponential">True when the wait doubles with each retry.</param>
/// <param name="Minimum">No wait is shorter.</param>
/// <param name="Maximum">No wait is longer.</param>
public sealed record RetryPolicy(int Count, TimeSpan Interval, bool Exponential, TimeSpan Minimum, TimeSpan Maximum)
{
    /// <summary>No retry.</summary>
    public static RetryPolicy None { get; } = new(0, TimeSpan.Zero, false, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The host's default: four retries, doubling from 7 s, between 5 s and 1 h.</summary>
    public static RetryPolicy Default { get; } = new(4, TimeSpan.FromSeconds(7), true, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1));

    /// <summary>
    /// The wait before retry number <paramref name="retry"/> (1-based). Inferred: the platform adds randomness within the bounds;
    /// without it runs can be followed and repeated.
    /// </summary>
    public TimeSpan Delay(int retry)
    {
        if (!Exponential)
        {
            return Interval;
        }

        var seconds = Interval.TotalSeconds * Math.Pow(2, Math.Min(retry - 1, 30));
        return TimeSpan.FromSeconds(Math.Clamp(seconds, Minimum.TotalSeconds, Math.Max(Minimum.TotalSeconds, Maximum.TotalSeconds)));
    }
}
