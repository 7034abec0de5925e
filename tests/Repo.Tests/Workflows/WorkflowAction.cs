using System.Text.Json.Nodes;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>An action with its place: the other actions of its block, the names of the blocks around it, and the depth (0 = top level).</summary>
public sealed record WorkflowAction(string Name, JsonObject Definition, JsonObject Siblings, IReadOnlyList<WorkflowAction> Blocks)
{
    public string Type => (string?)Definition["type"] ?? "";

    public JsonNode? Inputs => Definition["inputs"];

    public IEnumerable<(string Predecessor, JsonArray Statuses)> RunAfter =>
        (Definition["runAfter"] as JsonObject ?? []).Select(entry => (entry.Key, entry.Value as JsonArray ?? []));

    /// <summary>The blocks of actions inside this one: body, else, cases, default.</summary>
    private IEnumerable<JsonObject> Inner =>
        new[] { Definition["actions"], Definition["else"]?["actions"], Definition["default"]?["actions"] }
            .Concat((Definition["cases"] as JsonObject ?? []).Select(branch => branch.Value?["actions"]))
            .OfType<JsonObject>();

    /// <summary>This action and all inside it.</summary>
    public IEnumerable<WorkflowAction> AndInner() => Inner.SelectMany(block => Of(block, [.. Blocks, this])).Prepend(this);

    public static IEnumerable<WorkflowAction> Of(JsonObject block, IReadOnlyList<WorkflowAction> blocks) =>
        block.SelectMany(entry => new WorkflowAction(entry.Key, entry.Value as JsonObject ?? [], block, blocks).AndInner());
}
