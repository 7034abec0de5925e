using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Contract;

/// <summary>Moves parameters that several operations have in the same words to one place.</summary>
internal static class SharedParameters
{
    public static JsonObject Extract(JsonObject paths)
    {
        var places = paths
            .SelectMany(path => path.Value!.AsObject().Where(pair => !pair.Key.StartsWith("x-", StringComparison.Ordinal)))
            .SelectMany(operation => operation.Value!["parameters"]?.AsArray().Select((_, index) => (List: operation.Value["parameters"]!.AsArray(), Index: index)) ?? [])
            .Where(place => place.List[place.Index]!["in"]!.GetValue<string>() != "body")
            .GroupBy(place => place.List[place.Index]!.ToJsonString(), StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .ToList();
        var shared = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var group in places)
        {
            var first = group.First();
            var parameter = first.List[first.Index]!.DeepClone().AsObject();
            var name = NameOf(parameter, shared);
            shared[name] = parameter;
            foreach (var place in group)
            {
                place.List[place.Index] = new JsonObject { ["$ref"] = "#/parameters/" + name };
            }
        }

        return new JsonObject(shared);
    }

    private static string NameOf(JsonObject parameter, SortedDictionary<string, JsonNode?> taken)
    {
        var plain = string.Concat(parameter["x-ms-summary"]!.GetValue<string>().Where(char.IsLetterOrDigit));
        return taken.ContainsKey(plain) ? plain + "Filter" : plain;
    }
}
