using System.Text.Json.Nodes;

namespace B2BConnector.Host.ConsolePages.Systems;

/// <summary>A run as the history lists it.</summary>
internal sealed record RunRow(string Workflow, string Id, string Key, string Status, DateTimeOffset Started, DateTimeOffset? Ended, JsonNode Properties)
{
    public bool IsFinished => Ended is not null;

    public static RunRow Of(string workflow, JsonNode run)
    {
        var properties = run["properties"]!;
        return new RunRow(
            workflow,
            run.Text("name")!,
            properties["correlation"].Text("clientTrackingId") ?? "",
            properties.Text("status") ?? "",
            properties.Time("startTime") ?? default,
            properties.Time("endTime"),
            properties);
    }
}
