namespace B2BConnector.Connector.Delivery;

/// <summary>When a delivery that failed is tried again: the example of Standard Webhooks 1.0.0, ten tries over 75 hours and 35 minutes.</summary>
internal static class RetrySchedule
{
    /// <summary>Waits after the first, second, … failed try.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    private static readonly TimeSpan LongestAskedFor = TimeSpan.FromHours(24);

    public static int Tries => Waits.Count + 1;

    /// <summary>Null when all tries are used up. A receiver may ask for a longer wait, not for a shorter one.</summary>
    /// <param name="failed">Tries so far, at least one.</param>
    /// <param name="asked">What the header Retry-After of the receiver said.</param>
    public static TimeSpan? WaitAfter(int failed, TimeSpan? asked)
    {
        if (failed >= Tries)
        {
            return null;
        }

        var wait = Waits[failed - 1];
        var wish = asked > LongestAskedFor ? LongestAskedFor : asked;
        return wish > wait ? wish : wait;
    }
}
