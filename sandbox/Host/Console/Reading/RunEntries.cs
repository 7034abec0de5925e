using B2BConnector.Host.ConsolePages.Model;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Workflow runs and the connector's events that started them.</summary>
internal static class RunEntries
{
    public static IEnumerable<Entry> Of(StoryData data)
    {
        foreach (var told in data.Runs.Select(run => run.Event).OfType<ConnectorEvent>().DistinctBy(told => told.Id))
        {
            yield return told.Type == "prospect.created"
                ? new Entry(told.OccurredAt, Stage.Seen, Lane.Connector, "Event prospect.created", $"The change feed saw the new prospect. Event {told.Id}.")
                : new Entry(told.OccurredAt, Stage.DecidedSeen, Lane.Connector, $"Event {told.Type}", $"The change feed saw {told.Status}{(told.DecisionSource is { } source ? $", decided by {source}" : "")}. Event {told.Id}.");
        }

        foreach (var run in RunTree.Of(data.Runs))
        {
            var stage = run.Workflow is "prospect-created" or "create-lead" ? Stage.CreatedRun : Stage.SalesRun;
            yield return new Entry(run.Started, stage, Lane.Workflows, run.Workflow, run.Error, run.Tone, Run: run);
        }
    }
}
