using B2BConnector.Host.ConsolePages.Model;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Who decided.</summary>
internal static class Decisions
{
    public static string Source(StoryData data) => IsOurs(data)
        ? "Decided in Sales, carried over by the workflows."
        : "Decided in Commerce headquarters.";

    public static bool IsOurs(StoryData data) =>
        data.Runs.Select(run => run.Event).LastOrDefault(seen => seen?.Type == "prospect.decided")?.DecisionSource is { } source
            ? source != "Commerce"
            : data.Runs.SelectMany(run => run.Actions).Any(action => action.Name is WorkflowNames.Approve or WorkflowNames.Reject && action.Status == "Succeeded");
}
