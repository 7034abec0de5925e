using Microsoft.AspNetCore.Http;

namespace B2BConnector.ApiHub;

/// <summary>Translates addresses: from the real world into the sandbox, and from an API's links into links through the gateway.</summary>
internal static class Address
{
    /// <summary>The address to call for a URL as the connector's files know it.</summary>
    public static string Inside(ApiHubOptions options, string url)
    {
        var origin = new Uri(url).GetLeftPart(UriPartial.Authority);
        return options.Hosts.TryGetValue(origin, out var inside) ? inside.AbsoluteUri.TrimEnd('/') + url[origin.Length..] : url;
    }

    /// <summary>A link that the API gave, so that following it passes the gateway. Links to other hosts stay as they are.</summary>
    public static string ThroughGateway(ApiHubOptions options, OutgoingCall call, string link)
    {
        var outside = call.Host.AbsoluteUri.TrimEnd('/');
        foreach (var root in new[] { outside, Inside(options, outside) })
        {
            // Relative links are relative to what was called.
            if (Uri.TryCreate(new Uri(root + call.Path), link, out var target) && Below(target.AbsoluteUri, root) is { } path)
            {
                var request = call.Incoming.Request;
                return $"{request.Scheme}://{request.Host}{request.PathBase}/apim/{call.Connection.Api}/{call.Connection.ConnectionId}{path}";
            }
        }

        return link;
    }

    private static string? Below(string url, string root) =>
        url.StartsWith(root, StringComparison.OrdinalIgnoreCase) && (url.Length == root.Length || url[root.Length] is '/' or '?') ? url[root.Length..] : null;
}
