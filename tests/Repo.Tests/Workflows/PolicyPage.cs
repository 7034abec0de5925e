using System.Text.Json.Nodes;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>What all workflows say about retries, limits, concurrency and secured data, as tables in Markdown.</summary>
internal static class PolicyPage
{
    /// <summary>Section of the page → its table.</summary>
    public static IReadOnlyDictionary<string, string> Tables(Tree tree)
    {
        var steps = WorkflowFile.All(tree).SelectMany(Steps).ToList();
        return new Dictionary<string, string>
        {
            ["retries"] = Table("| policy | calls |", steps.Where(step => Retry(step) is not null).GroupBy(step => Retry(step)!).OrderByDescending(group => group.Count()).Select(group => $"| {group.Key} | {Places(group)} |")),
            ["limits"] = Table("| loop | rounds | time |", steps.Where(step => step.Definition["limit"] is not null).Select(step => $"| {Place(step)} | {step.Definition["limit"]!["count"]} | {Span(step.Definition["limit"]!["timeout"])} |")),
            ["concurrency"] = Table("| step | setting |", steps.Where(step => Concurrency(step).Any()).Select(step => $"| {Place(step)} | {string.Join(", ", Concurrency(step))} |")),
            ["secured"] = Table("| workflow | inputs | outputs |", steps.Where(step => Secured(step).Any()).GroupBy(step => step.Workflow).Select(group => $"| {group.Key} | {Names(group, "inputs")} | {Names(group, "outputs")} |")),
        };
    }

    private static IEnumerable<Step> Steps(WorkflowFile file) =>
        file.Triggers.Select(trigger => new Step(file.Folder, trigger.Key, trigger.Value!.AsObject()))
            .Concat(file.Actions.Select(action => new Step(file.Folder, action.Name, action.Definition)));

    private static string? Retry(Step step) => (step.Definition["inputs"] as JsonObject)?["retryPolicy"] switch
    {
        null => null,
        var policy when (string?)policy["type"] == "none" => "none",
        var policy => $"{policy["type"]}, {policy["count"]} retries, {Span(policy["interval"])}, from {Span(policy["minimumInterval"])} to {Span(policy["maximumInterval"])}",
    };

    private static IEnumerable<string> Concurrency(Step step)
    {
        if (((string?)step.Definition["operationOptions"])?.Split(", ").Intersect(["Sequential", "SingleInstance"]).FirstOrDefault() is { } option)
        {
            yield return $"`{option}`";
        }

        foreach (var (name, value) in step.Definition["runtimeConfiguration"]?["concurrency"] as JsonObject ?? [])
        {
            yield return $"{value} {name} at once";
        }
    }

    private static IEnumerable<string> Secured(Step step) => (step.Definition["runtimeConfiguration"]?["secureData"]?["properties"] as JsonArray ?? []).Select(property => (string)property!);

    private static string Names(IEnumerable<Step> steps, string property) => string.Join(", ", steps.Where(step => Secured(step).Contains(property)).Select(step => $"`{step.Name}`"));

    /// <summary>One by one where they are few.</summary>
    private static string Places(IGrouping<string, Step> steps) => steps.DistinctBy(step => step.Name).Count() == 1
        ? $"`{steps.First().Name}` of {string.Join(", ", steps.Select(step => step.Workflow))}"
        : $"{steps.Count()} calls in {steps.Select(step => step.Workflow).Distinct().Count()} workflows";

    private static string Place(Step step) => $"{step.Workflow}: `{step.Name}`";

    private static string Span(JsonNode? duration) => System.Xml.XmlConvert.ToTimeSpan((string)duration!) switch
    {
        { TotalHours: >= 1 } span => $"{span.TotalHours} h",
        { TotalMinutes: >= 1 } span => $"{span.TotalMinutes} min",
        var span => $"{span.TotalSeconds} s",
    };

    private static string Table(string head, IEnumerable<string> rows) =>
        string.Join('\n', rows.Prepend(string.Concat(Enumerable.Repeat("|---", head.Count(sign => sign == '|') - 1)) + "|").Prepend(head));

    private sealed record Step(string Workflow, string Name, JsonObject Definition);
}
