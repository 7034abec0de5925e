using B2BConnector.Runtime.Content;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Outbound;

/// <summary>Turns evaluated inputs {method, headers, queries, body} into a request.</summary>
internal static class RequestBuilder
{
    public static HttpRequestMessage Build(string method, Uri address, JToken inputs)
    {
        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), WithQueries(address, inputs["queries"] as JObject));
        var headers = inputs["headers"] as JObject ?? [];
        var contentType = (string?)headers.GetValue("Content-Type", StringComparison.OrdinalIgnoreCase);
        if (inputs["body"] is { Type: not JTokenType.Null } body)
        {
            var (bytes, type) = ContentBody.Write(body, contentType);
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, value) in headers)
        {
            if (value is not null && !name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                request.Headers.TryAddWithoutValidation(name, value.ToString());
            }
        }

        if (inputs["cookie"] is { Type: JTokenType.String } cookie)
        {
            request.Headers.TryAddWithoutValidation("Cookie", (string)cookie!);
        }

        return request;
    }

    /// <summary>The runtime address of a connection with an action's path; encodings in the path stay as they are.</summary>
    public static Uri Join(Uri runtimeUrl, string path) => new(runtimeUrl.AbsoluteUri.TrimEnd('/') + (path.StartsWith('/') ? path : "/" + path));

    private static Uri WithQueries(Uri address, JObject? queries)
    {
        if (queries is null || queries.Count == 0)
        {
            return address;
        }

        var text = string.Join('&', queries.Properties()
            .Where(query => query.Value.Type != JTokenType.Null)
            .Select(query => $"{Uri.EscapeDataString(query.Name).Replace("%24", "$", StringComparison.Ordinal)}={Uri.EscapeDataString(Text(query.Value))}"));
        return text.Length == 0 ? address : new Uri(address.AbsoluteUri + (address.Query.Length > 0 ? "&" : "?") + text);
    }

    private static string Text(JToken value) => value is JContainer ? value.ToString(Newtonsoft.Json.Formatting.None) : value.ToString();
}
