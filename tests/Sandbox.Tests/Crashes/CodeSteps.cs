using System.Text.Json.Nodes;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>The steps that the code has, read from the code: whatever the stories do not pass is found by comparing.</summary>
internal static class CodeSteps
{
    /// <summary>Every action and trigger of every workflow.</summary>
    public static IReadOnlyList<string> OfWorkflows() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"), "workflow.json", SearchOption.AllDirectories).SelectMany(file =>
        {
            var workflow = Path.GetFileName(Path.GetDirectoryName(file)!);
            var definition = JsonNode.Parse(File.ReadAllText(file))!["definition"]!;
            return Actions(definition).Select(action => $"action {workflow}/{action} ").Append($"run {workflow} ");
        }),
    ];

    /// <summary>Every operation of the connector.</summary>
    public static IReadOnlyList<string> OfConnector() =>
    [
        .. JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "apiDefinition.swagger.json")))!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject()).Select(operation => (string?)operation.Value?["operationId"]).OfType<string>(),
    ];

    private static IEnumerable<string> Actions(JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(property => property is { Key: "actions", Value: JsonObject actions }
            ? actions.SelectMany(action => Actions(action.Value).Prepend(action.Key))
            : Actions(property.Value)),
        JsonArray items => items.SelectMany(Actions),
        _ => [],
    };
}
