using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Checks JSON against a schema of the contract: the keywords of Swagger 2.0.</summary>
internal sealed class JsonSchemaCheck(JsonObject root)
{
    public List<string> Problems(JsonNode? value) => Problems(value, root, "$").ToList();

    private IEnumerable<string> Problems(JsonNode? value, JsonNode schema, string path)
    {
        if (schema is not JsonObject rules)
        {
            return schema.GetValue<bool>() ? [] : [$"{path}: nothing is allowed here"];
        }

        if (rules["$ref"] is { } reference)
        {
            return Problems(value, Resolve(reference.GetValue<string>()), path);
        }

        var found = new List<string>();
        CheckValue(value, rules, path, found);
        switch (value)
        {
            case JsonObject map:
                CheckObject(map, rules, path, found);
                break;
            case JsonArray list:
                CheckArray(list, rules, path, found);
                break;
        }

        CheckCombinations(value, rules, path, found);
        return found;
    }

    private static void CheckValue(JsonNode? value, JsonObject rules, string path, List<string> found)
    {
        var types = rules["type"] switch { JsonArray many => many.Select(type => type!.GetValue<string>()), JsonValue one => [one.GetValue<string>()], _ => null };
        if (types is not null && !types.Any(type => Is(value, type)))
        {
            found.Add($"{path}: is not {string.Join(" or ", types)}");
        }

        if (rules["enum"] is JsonArray allowed && !allowed.Any(item => JsonNode.DeepEquals(item, value)))
        {
            found.Add($"{path}: {value?.ToJsonString()} is not one of {allowed.ToJsonString()}");
        }

        if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String)
        {
            if (rules["pattern"] is { } pattern && !Regex.IsMatch(text.GetValue<string>(), pattern.GetValue<string>()))
            {
                found.Add($"{path}: does not match {pattern}");
            }

            if (rules["minLength"] is JsonValue shortest && text.GetValue<string>().Length < shortest.GetValue<int>())
            {
                found.Add($"{path}: is too short");
            }
        }
    }

    private void CheckObject(JsonObject map, JsonObject rules, string path, List<string> found)
    {
        foreach (var name in rules["required"]?.AsArray().Select(item => item!.GetValue<string>()).Where(name => !map.ContainsKey(name)) ?? [])
        {
            found.Add($"{path}: {name} is missing");
        }

        if (rules["minProperties"] is JsonValue least && map.Count < least.GetValue<int>())
        {
            found.Add($"{path}: has too few properties");
        }

        foreach (var (name, child) in map)
        {
            var below = $"{path}.{name}";
            var declared = rules["properties"]?[name] is { } property ? new[] { property } : [];
            var matching = rules["patternProperties"]?.AsObject().Where(pair => Regex.IsMatch(name, pair.Key)).Select(pair => pair.Value!) ?? [];
            var schemas = declared.Concat(matching).ToList();
            if (schemas.Count == 0 && rules["additionalProperties"] is { } rest)
            {
                schemas.Add(rest);
            }

            found.AddRange(schemas.SelectMany(schema => Problems(child, schema, below)));
        }
    }

    private void CheckArray(JsonArray list, JsonObject rules, string path, List<string> found)
    {
        if (rules["items"] is { } items)
        {
            found.AddRange(list.SelectMany((item, index) => Problems(item, items, $"{path}[{index}]")));
        }

        if (rules["minItems"] is JsonValue least && list.Count < least.GetValue<int>())
        {
            found.Add($"{path}: has too few items");
        }

        if (rules["uniqueItems"]?.GetValue<bool>() == true && list.Select(item => item?.ToJsonString()).Distinct().Count() != list.Count)
        {
            found.Add($"{path}: has items twice");
        }
    }

    private void CheckCombinations(JsonNode? value, JsonObject rules, string path, List<string> found)
    {
        found.AddRange(rules["allOf"]?.AsArray().SelectMany(schema => Problems(value, schema!, path)) ?? []);
        if (rules["oneOf"] is JsonArray one)
        {
            CheckCount(one, count => count == 1, "exactly one");
        }

        if (rules["anyOf"] is JsonArray any)
        {
            CheckCount(any, count => count > 0, "any");
        }

        if (rules["not"] is { } not && !Problems(value, not, path).Any())
        {
            found.Add($"{path}: is what it must not be");
        }

        void CheckCount(JsonArray schemas, Func<int, bool> isEnough, string words)
        {
            var tries = schemas.Select(schema => Problems(value, schema!, path).ToList()).ToList();
            if (!isEnough(tries.Count(problems => problems.Count == 0)))
            {
                found.Add($"{path}: does not match {words} of {schemas.Count}: {string.Join("; ", tries.MinBy(problems => problems.Count)!)}");
            }
        }
    }

    private JsonNode Resolve(string reference)
    {
        return reference[1..].Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate((JsonNode)root, (node, part) => node[part.Replace("~1", "/", StringComparison.Ordinal)] ?? throw new InvalidOperationException($"The schema has no {reference}."));
    }

    private static bool Is(JsonNode? value, string type) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("null", JsonValueKind.Null) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.Parse(value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) % 1 == 0,
        _ => false,
    };
}
