using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Reads what a run did. A finished run never changes, so it is read once.</summary>
internal sealed class RunReader(SystemReader runtime)
{
    private const int Kept = 2000;

    /// <summary>The code by which a scope or a run only says that something inside it failed.</summary>
    private const string FailedInside = "ActionFailed";

    private readonly ConcurrentDictionary<string, RunView> _finished = new(StringComparer.Ordinal);

    public async Task<RunView> ReadAsync(RunRow row, CancellationToken stop)
    {
        if (_finished.TryGetValue(row.Id, out var known))
        {
            return known;
        }

        var path = $"{ConsoleSystems.Management}/workflows/{Uri.EscapeDataString(row.Workflow)}/runs/{row.Id}/actions?{ConsoleSystems.ApiVersion}&$top=250";
        var actions = await runtime.ListAsync(path, stop);
        var done = new List<ActionView>();
        foreach (var action in actions.Where(action => action["properties"].Text("status") is not "Skipped"))
        {
            done.Add(await ActionAsync(action, stop));
        }

        var trigger = await ContentAsync(row.Properties["trigger"], stop);
        var headers = trigger.At("headers");
        var view = new RunView(
            row.Workflow, row.Id, row.Status, row.Started, row.Ended,
            ErrorOf(row, done), Header(headers, "x-ms-workflow-run-id"), Header(headers, "x-ms-workflow-operation-name"), EventOf(trigger.At("body")),
            done, actions.Count - done.Count, []);
        if (row.IsFinished && _finished.Count < Kept)
        {
            _finished[row.Id] = view;
        }

        return view;
    }

    private async Task<ActionView> ActionAsync(JsonNode action, CancellationToken stop)
    {
        var properties = action["properties"]!;
        var failed = properties.Text("status") is "Failed" or "TimedOut";
        var body = failed ? (await ContentAsync(properties, stop)).At("body") : null;
        var attempts = properties.At("retryHistory") is JsonArray retries
            ? retries.OfType<JsonObject>().Select(retry => new AttemptView(
                retry.Time("startTime") ?? default, retry.Time("endTime") - retry.Time("startTime"), retry.Text("code") ?? "", retry.At("error").Text("message"))).ToList()
            : [];
        return new ActionView(
            action.Text("name")!,
            properties.Text("status") ?? "",
            properties.Time("startTime") ?? default,
            properties.Time("endTime"),
            failed ? body.At("error").Text("message") ?? body.Text("reason") ?? OwnError(properties) : null,
            attempts,
            properties.Number("repetitionCount"));
    }

    /// <summary>What is behind a link of the history; null where it is secured or there is none.</summary>
    private async Task<JsonNode?> ContentAsync(JsonNode? owner, CancellationToken stop) =>
        owner.At("outputsLink").Text("uri") is { } link && Uri.TryCreate(link, UriKind.Absolute, out var address)
            ? await runtime.FindAsync(address.PathAndQuery, stop)
            : null;

    private static string? ErrorOf(RunRow row, List<ActionView> actions) =>
        row.Status is "Failed" or "TimedOut" ? OwnError(row.Properties) ?? actions.FirstOrDefault(action => action.Error is not null)?.Error ?? row.Properties.Text("code") : null;

    private static string? OwnError(JsonNode properties) => properties.At("error").Text("code") == FailedInside || properties.Text("code") == FailedInside
        ? null
        : properties.At("error").Text("message") ?? properties.Text("code");

    private static ConnectorEvent? EventOf(JsonNode? body) =>
        body.Text("eventId") is { } id && body.Text("type") is { } type && body.Time("occurredAt") is { } at
            ? new ConnectorEvent(id, type, at, body.Text("status"), body.Text("decisionSource"))
            : null;

    private static string? Header(JsonNode? headers, string name) =>
        headers is JsonObject json ? json.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString() : null;
}
