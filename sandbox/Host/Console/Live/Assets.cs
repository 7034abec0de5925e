using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace B2BConnector.Host.ConsolePages.Live;

/// <summary>Style, script and icon: they travel inside the assembly, so that the console runs from any folder.</summary>
internal static class Assets
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["console.css"] = "text/css; charset=utf-8", ["console.js"] = "text/javascript; charset=utf-8", ["icon.svg"] = "image/svg+xml",
    };

    public static void Map(WebApplication app)
    {
        foreach (var (name, type) in Types)
        {
            var bytes = Load(name);
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
            app.MapGet("/" + name, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                return Results.Bytes(bytes, type, entityTag: tag);
            });
        }
    }

    private static byte[] Load(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"console/{name}")
            ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
