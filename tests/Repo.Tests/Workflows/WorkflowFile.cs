using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>A workflow.json as written. Rules see the file, not what some runtime makes of it.</summary>
public sealed record WorkflowFile(Tree Tree, string Path, JsonObject Root)
{
    public string Folder => Path.Split('/')[1];

    public JsonObject Definition => Root["definition"] as JsonObject ?? [];

    public JsonObject Triggers => Definition["triggers"] as JsonObject ?? [];

    public JsonObject TopLevel => Definition["actions"] as JsonObject ?? [];

    public IReadOnlyList<WorkflowAction> Actions => [.. WorkflowAction.Of(TopLevel, [])];

    public static IReadOnlyList<WorkflowFile> All(Tree tree) =>
        [.. tree.Under("workflows", ".json")
            .Where(path => path.EndsWith("/workflow.json", StringComparison.Ordinal) && path.Count(c => c == '/') == 2)
            .Select(path => new WorkflowFile(tree, path, JsonNode.Parse(tree.Text(path))!.AsObject()))];

    /// <summary>Literal first arguments of calls such as parameters('x') anywhere in a JSON value; doubled quotes undone.</summary>
    public static IEnumerable<string> Arguments(JsonNode? node, string functions) =>
        Strings(node)
            .SelectMany(text => Regex.Matches(text, $@"(?<![A-Za-z0-9_'])({functions})\('(?<name>(?:[^']|'')*)'", RegexOptions.IgnoreCase))
            .Select(match => match.Groups["name"].Value.Replace("''", "'", StringComparison.Ordinal))
            .Distinct();

    public static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(entry => Strings(entry.Value)),
        JsonArray array => array.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
