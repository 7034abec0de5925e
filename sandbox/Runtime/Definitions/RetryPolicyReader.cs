using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Reads <c>retryPolicy</c> inside inputs.</summary>
internal static class RetryPolicyReader
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static RetryPolicy Read(ObjectReader inputs, RetryPolicy otherwise)
    {
        if (inputs.Object("retryPolicy") is not { } reader)
        {
            return otherwise;
        }

        var type = reader.NeedText("type");
        var policy = type.ToLowerInvariant() switch
        {
            "none" => RetryPolicy.None,
            "fixed" => new RetryPolicy(Count(reader), Interval(reader, "interval", RetryPolicy.Default.Interval), false, Shortest, Longest),
            "exponential" => new RetryPolicy(
                Count(reader),
                Interval(reader, "interval", RetryPolicy.Default.Interval),
                true,
                Interval(reader, "minimumInterval", RetryPolicy.Default.Minimum),
                Interval(reader, "maximumInterval", RetryPolicy.Default.Maximum)),
            _ => null,
        };
        if (policy is null)
        {
            reader.Report(RuntimeProblems.BadRetryPolicy(reader.PathOf("type"), $"the type '{type}' does not exist."));
            return otherwise;
        }

        reader.Finish();
        return policy;
    }

    private static int Count(ObjectReader reader)
    {
        var count = reader.Need("count");
        if (count is null)
        {
            return RetryPolicy.Default.Count;
        }

        if (count.Type == Newtonsoft.Json.Linq.JTokenType.Integer && (long)count is >= 1 and <= 90)
        {
            return (int)count;
        }

        reader.Report(RuntimeProblems.BadRetryPolicy(reader.PathOf("count"), $"the count {count} is not a whole number from 1 to 90."));
        return RetryPolicy.Default.Count;
    }

    private static TimeSpan Interval(ObjectReader reader, string name, TimeSpan otherwise)
    {
        var duration = reader.Duration(name);
        if (duration < Shortest || duration > Longest)
        {
            reader.Report(RuntimeProblems.BadRetryPolicy(reader.PathOf(name), $"'{name}' must be between PT5S and P1D."));
        }

        return duration ?? otherwise;
    }
}
