using System.Net;
using System.Text.Json;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>One answer of the Web API to a read: rows and the link to the next page, or a clear error.</summary>
internal sealed record RowPage(IReadOnlyList<JsonElement> Rows, string? NextLink)
{
    /// <exception cref="DataverseException">The answer is an error, or no JSON page (a proxy's HTML, an empty body).</exception>
    public static RowPage Read(HttpStatusCode status, string body)
    {
        try
        {
            if ((int)status is < 200 or > 299)
            {
                throw Refusal(status, body);
            }

            using var json = JsonDocument.Parse(body);
            var rows = json.RootElement.GetProperty("value").EnumerateArray().Select(row => row.Clone()).ToList();
            return new RowPage(rows, json.RootElement.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Unreadable(status, unreadable);
        }
    }

    /// <summary>What an answer says that is no success.</summary>
    public static DataverseException Refusal(HttpStatusCode status, string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return new DataverseException(Describe(status, json.RootElement));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return Unreadable(status, unreadable);
        }
    }

    private static DataverseException Unreadable(HttpStatusCode status, Exception why) => new($"Dataverse answered {(int)status} without a readable body.", why);

    // Two shapes: the OData error, and the one of the layer below it. Their texts name columns, not values.
    private static string Describe(HttpStatusCode status, JsonElement json)
    {
        var (code, message) = json.TryGetProperty("error", out var error)
            ? (Text(error, "code"), Text(error, "message"))
            : (Text(json, "ErrorCode"), Text(json, "Message"));
        return $"Dataverse answered {(int)status}: {code} {message}".TrimEnd();
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ToString() : null;
}
