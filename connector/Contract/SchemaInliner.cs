using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Contract;

/// <summary>Puts the referenced definition in the place of <c>{allOf:[{$ref}], description, x-ms-summary}</c>, keeping the words.</summary>
internal static class SchemaInliner
{
    private const string Prefix = "#/definitions/";

    /// <summary>Name of the definition that an object refers to, or null.</summary>
    public static string? NameOf(JsonObject schema) =>
        schema["$ref"] is JsonValue reference && reference.GetValue<string>() is var text && text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : null;

    public static void Inline(JsonNode? node, JsonObject definitions)
    {
        switch (node)
        {
            case JsonObject map:
                if (map["allOf"] is JsonArray { Count: 1 } only && only[0] is JsonObject wrapped && NameOf(wrapped) is { } name)
                {
                    Merge(map, definitions[name]!.AsObject());
                }

                foreach (var child in map.Select(pair => pair.Value).ToList())
                {
                    Inline(child, definitions);
                }

                break;
            case JsonArray list:
                foreach (var child in list)
                {
                    Inline(child, definitions);
                }

                break;
        }
    }

    private static void Merge(JsonObject target, JsonObject definition)
    {
        target.Remove("allOf");
        foreach (var (key, value) in definition.Where(pair => !target.ContainsKey(pair.Key)).ToList())
        {
            target[key] = value?.DeepClone();
        }
    }
}
