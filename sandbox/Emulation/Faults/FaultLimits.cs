namespace B2BConnector.Emulation.Faults;

/// <summary>What every rule must keep to, whatever it is about.</summary>
public static class FaultLimits
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>One sentence for everything that is wrong.</summary>
    public static IEnumerable<string> Problems<TKind>(TKind kind, int times, int skip, params TimeSpan?[] waits)
        where TKind : struct, Enum
    {
        if (!Enum.IsDefined(kind))
        {
            yield return $"There is no kind {kind}. Kinds: {string.Join(", ", Enum.GetNames<TKind>())}.";
        }

        if (times < 1)
        {
            yield return $"times is {times}; a switch strikes at least once.";
        }

        if (skip < 0)
        {
            yield return $"skip is {skip}; it cannot be negative.";
        }

        if (waits.Any(wait => wait < TimeSpan.Zero || wait > Longest))
        {
            yield return "retryAfter and delay are at least zero and at most seven days.";
        }
    }
}
