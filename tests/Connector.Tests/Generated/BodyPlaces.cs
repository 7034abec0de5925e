using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Contract;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>The places of a body where a value may stand, with what the contract says of each.</summary>
internal static class BodyPlaces
{
    public sealed record Place(IReadOnlyList<string> Path, JsonObject Rules)
    {
        public string Name => Path[^1];

        public string Type => Rules["type"]!.ToString();

        public int? Longest => Rules["maxLength"]?.GetValue<int>();
    }

    public static List<Place> Of(CheckedInContract contract, JsonObject schema, IReadOnlyList<string>? above = null) =>
    [
        .. schema["properties"]!.AsObject().Where(pair => ConnectorUnderTest.CanBeSent(pair.Key)).SelectMany(pair =>
        {
            var place = new Place([.. above ?? [], pair.Key], contract.Resolve(pair.Value!.AsObject()));
            return place.Type == "object" ? Of(contract, place.Rules, place.Path).Prepend(place) : [place];
        }),
    ];

    /// <summary>The same body with a value at this place; objects on the way are made.</summary>
    public static JsonObject With(this JsonObject body, Place place, JsonNode? value)
    {
        var copy = body.DeepClone().AsObject();
        var at = copy;
        foreach (var name in place.Path.SkipLast(1))
        {
            at = at[name] as JsonObject ?? Made(at, name);
        }

        at[place.Name] = value;
        return copy;

        static JsonObject Made(JsonObject at, string name)
        {
            var made = new JsonObject();
            at[name] = made;
            return made;
        }
    }

    public static JsonNode? At(JsonNode? node, IEnumerable<string> path) => path.Aggregate(node, (at, name) => (at as JsonObject)?[name]);

    /// <summary>All values that are no objects, with their paths.</summary>
    public static IEnumerable<(IReadOnlyList<string> Path, JsonNode? Value)> Leaves(JsonObject body, IReadOnlyList<string>? above = null) =>
        body.SelectMany(pair => pair.Value is JsonObject map ? Leaves(map, [.. above ?? [], pair.Key]) : [([.. above ?? [], pair.Key], pair.Value)]);
}
