using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Contract;

/// <summary>
/// Turns a generated document into the contract: unwraps described references, drops what Swagger 2.0 clients stumble over,
/// shares repeated parameters, adds what is the same for all, and puts the keys into the customary order.
/// </summary>
internal static class ContractDocument
{
    private static readonly string[] KeyOrder =
        ["swagger", "info", "host", "basePath", "schemes", "consumes", "produces", "paths", "definitions", "parameters", "securityDefinitions", "security", "x-ms-connector-metadata", "x-ms-capabilities"];

    public static JsonObject Finish(JsonObject document)
    {
        var definitions = document["definitions"]?.AsObject() ?? [];
        SchemaInliner.Inline(document["paths"]!, definitions);
        SchemaInliner.Inline(definitions, definitions);
        Strip(document);
        foreach (var (_, item) in document["paths"]!.AsObject())
        {
            foreach (var (_, operation) in item!.AsObject().Where(pair => !pair.Key.StartsWith("x-", StringComparison.Ordinal)))
            {
                operation!.AsObject().Remove("tags");
                SimplifyBodies(operation.AsObject());
            }
        }

        document["definitions"] = UsedDefinitions(document, definitions);
        document["parameters"] = SharedParameters.Extract(document["paths"]!.AsObject());
        AddFrame(document);
        return Ordered(document);
    }

    private static void AddFrame(JsonObject document)
    {
        document["info"] = new JsonObject
        {
            ["title"] = ContractTexts.Title,
            ["description"] = ContractTexts.Description,
            ["version"] = ContractTexts.Version,
            ["contact"] = new JsonObject { ["name"] = ContractTexts.ContactName, ["url"] = ContractTexts.ContactUrl, ["email"] = ContractTexts.ContactEmail },
            ["x-ms-api-annotation"] = new JsonObject { ["status"] = "Preview" },
        };
        document["host"] = ContractTexts.Host;
        document["basePath"] = "/";
        document["schemes"] = new JsonArray("https");
        document["consumes"] = new JsonArray("application/json");
        document["produces"] = new JsonArray("application/json");
        document["securityDefinitions"] = new JsonObject
        {
            ["api_key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = Security.ApiKeyHandler.Header },
        };
        document["security"] = new JsonArray(new JsonObject { ["api_key"] = new JsonArray() });
        document["x-ms-connector-metadata"] = new JsonArray(
            Metadata("Website", ContractTexts.Website), Metadata("Privacy policy", ContractTexts.PrivacyPolicy), Metadata("Categories", ContractTexts.Categories));
        document["x-ms-capabilities"] = new JsonObject
        {
            ["testConnection"] = new JsonObject { ["operationId"] = "TestConnection", ["parameters"] = new JsonObject() },
        };
    }

    private static JsonObject Metadata(string name, string value) => new() { ["propertyName"] = name, ["propertyValue"] = value };

    private static JsonObject Ordered(JsonObject document)
    {
        var ordered = new JsonObject();
        foreach (var key in KeyOrder)
        {
            if (document[key] is { } value)
            {
                ordered[key] = value.DeepClone();
            }
        }

        return ordered;
    }

    /// <summary>MIME types are those of the whole document; the body parameter is required when a property in it is.</summary>
    private static void SimplifyBodies(JsonObject operation)
    {
        operation.Remove("consumes");
        operation.Remove("produces");
        foreach (var parameter in operation["parameters"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            if (parameter["in"]?.GetValue<string>() == "body")
            {
                parameter["name"] = "body";
                parameter["description"] ??= "Content of the request.";
                parameter["x-ms-summary"] ??= "Body";
            }
        }
    }

    private static void Strip(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                map.Remove("x-nullable");
                if (map["additionalProperties"] is JsonValue or JsonObject { Count: 0 })
                {
                    map.Remove("additionalProperties");
                }

                foreach (var (_, child) in map)
                {
                    Strip(child);
                }

                break;
            case JsonArray list:
                foreach (var child in list)
                {
                    Strip(child);
                }

                break;
        }
    }

    private static JsonObject UsedDefinitions(JsonObject document, JsonObject definitions)
    {
        var used = new SortedSet<string>(StringComparer.Ordinal);
        Collect(document["paths"], definitions, used);
        return new JsonObject(used.Select(name => KeyValuePair.Create<string, JsonNode?>(name, definitions[name]!.DeepClone())));
    }

    private static void Collect(JsonNode? node, JsonObject definitions, SortedSet<string> used)
    {
        switch (node)
        {
            case JsonObject map when SchemaInliner.NameOf(map) is { } name:
                if (used.Add(name))
                {
                    Collect(definitions[name], definitions, used);
                }

                break;
            case JsonObject map:
                foreach (var (_, child) in map)
                {
                    Collect(child, definitions, used);
                }

                break;
            case JsonArray list:
                foreach (var child in list)
                {
                    Collect(child, definitions, used);
                }

                break;
        }
    }
}
