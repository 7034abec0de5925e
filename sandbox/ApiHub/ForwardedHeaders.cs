using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.ApiHub;

/// <summary>Copies headers both ways, without those that belong to one connection only (RFC 9110, 7.6.1).</summary>
internal static class ForwardedHeaders
{
    private static readonly HashSet<string> HopByHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    // Host and length are set anew; the key of the connection is ours; Kestrel answers Expect itself.
    private static readonly HashSet<string> NotForwarded = new(StringComparer.OrdinalIgnoreCase) { "Host", "Content-Length", "Authorization", "Expect" };

    /// <param name="from">The caller's request.</param>
    /// <param name="changes">Headers that replace the caller's; null removes one.</param>
    /// <param name="to">Has its content already: some headers belong to it.</param>
    public static void CopyRequest(HttpRequest from, IReadOnlyDictionary<string, string?> changes, HttpRequestMessage to)
    {
        var named = Named(from.Headers.Connection);
        var kept = from.Headers
            .Where(h => !HopByHop.Contains(h.Key) && !named.Contains(h.Key) && !NotForwarded.Contains(h.Key) && !changes.ContainsKey(h.Key))
            .Select(h => (h.Key, Values: (IEnumerable<string?>)h.Value));
        var added = changes.Where(h => h.Value is not null).Select(h => (h.Key, Values: (IEnumerable<string?>)[h.Value]));
        foreach (var (name, values) in kept.Concat(added))
        {
            if (!to.Headers.TryAddWithoutValidation(name, values))
            {
                to.Content?.Headers.TryAddWithoutValidation(name, values);
            }
        }
    }

    public static void CopyResponse(HttpResponseMessage from, HttpResponse to)
    {
        var named = Named(from.Headers.Connection);
        Copy(from.Headers.NonValidated, to, named);
        Copy(from.Content.Headers.NonValidated, to, named);
    }

    private static void Copy(HttpHeadersNonValidated from, HttpResponse to, HashSet<string> named)
    {
        foreach (var (name, values) in from)
        {
            if (!HopByHop.Contains(name) && !named.Contains(name))
            {
                to.Headers.Append(name, values.ToArray());
            }
        }
    }

    private static HashSet<string> Named(IEnumerable<string?> connection) => connection
        .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
