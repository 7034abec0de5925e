using B2BConnector.Host.ConsolePages.Model;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Sharpens times that Dataverse cut to whole seconds, so that things stand in the order in which they happened.</summary>
internal static class Moment
{
    /// <summary>The latest of the given moments within the second, or its beginning.</summary>
    public static DateTimeOffset? Within(DateTimeOffset? second, params IEnumerable<DateTimeOffset?> moments) =>
        second is { } from
            ? moments.Where(moment => moment >= from && moment < from.AddSeconds(1)).Max() ?? from
            : null;

    /// <summary>When the actions of that name ended.</summary>
    public static IEnumerable<DateTimeOffset?> EndsOf(IEnumerable<RunView> runs, string action) =>
        runs.SelectMany(run => run.Actions).Where(done => done.Name == action && done.Status == "Succeeded").Select(done => done.Ended);
}
