using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>The checked-in contract, with its operations, parameters and schemas at hand.</summary>
internal sealed class CheckedInContract(JsonObject document)
{
    public JsonObject Document { get; } = document;

    public IReadOnlyList<ContractOperation> Operations { get; } =
    [
        .. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Where(pair => !pair.Key.StartsWith("x-", StringComparison.Ordinal)).Select(operation =>
            new ContractOperation(path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject()))),
    ];

    public static CheckedInContract Load() => new(JsonNode.Parse(File.ReadAllText(RepositoryFiles.SwaggerPath))!.AsObject());

    public IReadOnlyList<JsonObject> Parameters(ContractOperation operation) =>
        [.. operation.Json["parameters"]?.AsArray().Select(parameter => Resolve(parameter!.AsObject())) ?? []];

    /// <summary>The object a reference names, or the object itself.</summary>
    public JsonObject Resolve(JsonObject node)
    {
        if (node["$ref"] is not { } reference)
        {
            return node;
        }

        var parts = reference.GetValue<string>().Split('/');
        return Document[parts[1]]![parts[2]]!.AsObject();
    }

    /// <summary>Every object below a node, with the path to it.</summary>
    public static IEnumerable<(string Path, JsonObject Node)> Objects(JsonNode? node, string path = "$")
    {
        if (node is JsonObject map)
        {
            yield return (path, map);
            foreach (var below in map.SelectMany(pair => Objects(pair.Value, path + "." + pair.Key)))
            {
                yield return below;
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var below in list.SelectMany((item, index) => Objects(item, $"{path}[{index}]")))
            {
                yield return below;
            }
        }
    }

    /// <summary>Every property of every schema, references followed once.</summary>
    public IEnumerable<(string Name, JsonObject Schema)> Properties(JsonObject schema)
    {
        var resolved = Resolve(schema);
        foreach (var (name, property) in resolved["properties"]?.AsObject() ?? [])
        {
            yield return (name, property!.AsObject());
            foreach (var below in Properties(property.AsObject()))
            {
                yield return (name + "." + below.Name, below.Schema);
            }
        }

        if (resolved["items"] is JsonObject items)
        {
            foreach (var below in Properties(items))
            {
                yield return below;
            }
        }
    }
}
