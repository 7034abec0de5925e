using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Host.ConsolePages.Systems;

/// <summary>Reads values out of answers. What is missing or of another kind is null: a page must not fail on one odd field.</summary>
internal static class JsonValues
{
    public static JsonNode? At(this JsonNode? node, string name) => node is JsonObject json ? json[name] : null;

    public static string? Text(this JsonNode? node, string name) => node.At(name) switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text => text,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };

    public static int? Number(this JsonNode? node, string name) =>
        node.At(name) is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) ? number : null;

    public static bool Flag(this JsonNode? node, string name) => node.At(name)?.GetValueKind() == JsonValueKind.True;

    public static DateTimeOffset? Time(this JsonNode? node, string name) =>
        DateTimeOffset.TryParse(node.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
