using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.Contract;

/// <summary>Reads the contract.</summary>
internal static class SwaggerFile
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    /// <summary>Null when the file is of no use; the problems say why.</summary>
    public static ConnectorContract? Read(string file, ConnectionParameters parameters, ICollection<string> problems)
    {
        if (JsonFile.Read(file, problems) is not { } swagger)
        {
            return null;
        }

        if (swagger.Value<string>("swagger") != "2.0" || swagger["paths"] is not JObject paths)
        {
            problems.Add($"{file} is no Swagger 2.0 document with paths.");
            return null;
        }

        var operations = paths.Properties().SelectMany(path => Operations(swagger, path, file, problems)).OrderBy(o => o.Path.Parameters).ToList();
        var scheme = swagger["schemes"] is JArray { Count: > 0 } schemes ? (string?)schemes[0] : "https";
        if (!Uri.TryCreate($"{scheme}://{swagger.Value<string>("host")}{swagger.Value<string>("basePath")}", UriKind.Absolute, out var host))
        {
            problems.Add($"{file} names no host.");
            return null;
        }

        return new ConnectorContract(host, operations, Key(swagger, parameters, file, problems));
    }

    private static IEnumerable<ConnectorOperation> Operations(JObject swagger, JProperty path, string file, ICollection<string> problems)
    {
        foreach (var method in ((JObject)path.Value).Properties().Where(p => Methods.Contains(p.Name)))
        {
            if (method.Value["operationId"] is not JValue { Value: string id })
            {
                problems.Add($"{file}: {method.Name} {path.Name} has no operationId.");
                continue;
            }

            var doubled = new[] { path.Value["parameters"], method.Value["parameters"] }
                .OfType<JArray>().SelectMany(list => list)
                .Select(parameter => Follow(swagger, parameter))
                .Where(parameter => (string?)parameter["in"] == "path" && (string?)parameter["x-ms-url-encoding"] == "double")
                .Select(parameter => (string?)parameter["name"] ?? "")
                .ToHashSet(StringComparer.Ordinal);
            yield return new ConnectorOperation(id, method.Name, new PathTemplate(path.Name, doubled));
        }
    }

    private static JToken Follow(JObject swagger, JToken parameter) =>
        (string?)parameter["$ref"] is { } reference && reference.StartsWith("#/parameters/", StringComparison.Ordinal)
            ? swagger["parameters"]?[reference["#/parameters/".Length..]] ?? parameter
            : parameter;

    private static ApiKey? Key(JObject swagger, ConnectionParameters parameters, string file, ICollection<string> problems)
    {
        var definitions = (swagger["securityDefinitions"] as JObject)?.Properties().Where(d => (string?)d.Value["type"] == "apiKey").ToList() ?? [];
        if (definitions.Count == 0)
        {
            return null;
        }

        if (definitions.Count > 1)
        {
            problems.Add($"{file} has several securityDefinitions of type apiKey; the gateway cannot tell which one a connection uses.");
            return null;
        }

        var (definition, name) = (definitions[0].Value, definitions[0].Name);
        if (parameters.Secret(name) is not { } parameter)
        {
            problems.Add($"{file}: nothing in apiProperties.json holds the API key '{name}'. Add a connection parameter of type securestring.");
            return null;
        }

        return new ApiKey((string?)definition["name"] ?? name, (string?)definition["in"] == "query", parameter);
    }
}
