using System.Collections.Frozen;
using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.CloudFlows;

/// <summary>The operations of a connector, read from its Swagger 2.0 document.</summary>
internal sealed class ConnectorDefinition
{
    /// <summary>Published definitions name the connection in each path; the runtime address of a connection has it already.</summary>
    private const string Connection = "/{connectionId}";

    private const int MaximumDepth = 16;
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch"];
    private readonly JObject swagger;

    private ConnectorDefinition(JObject swagger)
    {
        this.swagger = swagger;
        Operations = (swagger["paths"] as JObject ?? [])
            .Properties()
            .SelectMany(path => Read(path.Name, path.Value as JObject ?? []))
            .ToFrozenDictionary(operation => operation.Id, StringComparer.Ordinal);
    }

    public FrozenDictionary<string, FlowOperation> Operations { get; }

    /// <exception cref="JsonSyntaxException">The text is no JSON.</exception>
    public static ConnectorDefinition Parse(string file, string text) => new(JsonSourceReader.Read(file, text).Root as JObject ?? []);

    /// <summary>The definition that this runtime has itself, or null.</summary>
    public static ConnectorDefinition? BuiltIn(string api)
    {
        using var stream = typeof(ConnectorDefinition).Assembly.GetManifestResourceStream($"{api}.swagger.json");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return Parse(api, reader.ReadToEnd());
    }

    private IEnumerable<FlowOperation> Read(string path, JObject item)
    {
        foreach (var method in item.Properties().Where(property => Methods.Contains(property.Name)))
        {
            if ((string?)method.Value["operationId"] is { } id)
            {
                var declared = (item["parameters"] as JArray ?? []).Concat(method.Value["parameters"] as JArray ?? []);
                var parameters = declared.Select(parameter => (JObject)Resolve(parameter, 0)).Where(parameter => (string?)parameter["name"] != "connectionId");
                yield return new FlowOperation(
                    id,
                    method.Name,
                    path.StartsWith(Connection, StringComparison.Ordinal) ? path[Connection.Length..] : path,
                    [.. parameters.Select(parameter => new OperationParameter((string)parameter["name"]!, (string)parameter["in"]!, parameter))],
                    method.Value["x-ms-trigger"] is not null);
            }
        }
    }

    // Copies with the targets in place of references. Schemas may contain themselves: what lies deeper than anybody writes stays a reference.
    private JToken Resolve(JToken token, int depth)
    {
        while (token is JObject { } holder && (string?)holder["$ref"] is { } reference && reference.StartsWith("#/", StringComparison.Ordinal) && depth < MaximumDepth)
        {
            var target = reference[2..].Split('/').Aggregate<string, JToken?>(swagger, (at, name) => (at as JObject)?[name]);
            if (target is null)
            {
                break;
            }

            (token, depth) = (target, depth + 1);
        }

        return token switch
        {
            JObject item => new JObject(item.Properties().Select(property => new JProperty(property.Name, Resolve(property.Value, depth)))),
            JArray items => new JArray(items.Select(item => Resolve(item, depth))),
            _ => token.DeepClone(),
        };
    }
}
