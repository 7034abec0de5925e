using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Reads <c>retryPolicy</c> inside inputs.</summary>
internal static class RetryPolicyReader
{
    private static readonly (TimeSpan Shortest, TimeSpan Longest, string Text) Stateful = (TimeSpan.FromSeconds(5), TimeSpan.FromDays(1), "between PT5S and P1D");
    private static readonly (TimeSpan Shortest, TimeSpan Longest, string Text) Stateless = (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), "between PT1S and PT1M in a Stateless workflow");

    public static RetryPolicy Read(ObjectReader inputs, RetryPolicy otherwise, bool stateless = false)
    {
        var bounds = stateless ? Stateless : Stateful;
        if (inputs.Object("retryPolicy") is not { } reader)
        {
            return otherwise;
        }

        var type = reader.NeedText("type");
        var policy = type.ToLowerInvariant() switch
        {
            "none" => RetryPolicy.None,
            "fixed" => new RetryPolicy(Count(reader), Interval(reader, "interval", RetryPolicy.Default.Interval, bounds), false, bounds.Shortest, bounds.Longest),
            "exponential" => new RetryPolicy(
                Count(reader),
                Interval(reader, "interval", RetryPolicy.Default.Interval, bounds),
                true,
                Interval(reader, "minimumInterval", RetryPolicy.Default.Minimum, bounds),
                Interval(reader, "maximumInterval", RetryPolicy.Default.Maximum, bounds)),
            _ => null,
        };
        if (type.ToLowerInvariant() is "fixed" or "exponential")
        {
            reader.Need("interval");
        }

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

        reader.Report(ObjectReader.IsExpression(count)
            ? UnsupportedProblems.ExpressionNotSupported(reader.PathOf("count"), "count")
            : RuntimeProblems.BadRetryPolicy(reader.PathOf("count"), $"the count {count} is not a whole number from 1 to 90."));
        return RetryPolicy.Default.Count;
    }

    private static TimeSpan Interval(ObjectReader reader, string name, TimeSpan otherwise, (TimeSpan Shortest, TimeSpan Longest, string Text) bounds)
    {
        var duration = reader.Duration(name);
        if (duration < bounds.Shortest || duration > bounds.Longest)
        {
            reader.Report(RuntimeProblems.BadRetryPolicy(reader.PathOf(name), $"'{name}' must be {bounds.Text}."));
        }

        return duration ?? otherwise;
    }
}
