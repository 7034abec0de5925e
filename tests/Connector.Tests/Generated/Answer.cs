using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string? Type, byte[] Body, Uri? Location)
{
    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(), response.Headers.Location);

    public JsonNode? Json
    {
        get
        {
            try
            {
                return Body.Length == 0 ? null : JsonNode.Parse(Body);
            }
            catch (JsonException)
            {
                // Not JSON: whoever asks compares with what should have been there.
                return null;
            }
        }
    }

    /// <summary>Null when this is the one error shape of every path.</summary>
    public string? ProblemOfShape()
    {
        if (Type != "application/json" || Json is not JsonObject { Count: 1 } root || root["error"] is not JsonObject error)
        {
            return "is not {\"error\":{...}} as application/json";
        }

        var names = error.Select(pair => pair.Key).Except(["code", "message", "target", "details"]).ToList();
        var isCoded = error["code"]?.ToString() is { Length: > 0 } code && code.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '_');
        return names.Count > 0 ? $"has {names[0]}" : !isCoded ? "has no code" : string.IsNullOrWhiteSpace(error["message"]?.ToString()) ? "has no message" : null;
    }
}
