using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace B2BConnector.Connector.Contract;

/// <summary>Puts x-ms-* values on the object model.</summary>
internal static class Extensions
{
    public static void Set(this IOpenApiExtensible target, string name, JsonNode value)
    {
        target.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        target.Extensions[name] = new JsonNodeExtension(value);
    }

    public static void SetVisibility(this IOpenApiExtensible target, Visibility visibility)
    {
        if (visibility != Visibility.None)
        {
            target.Set("x-ms-visibility", visibility.ToString().ToLowerInvariant());
        }
    }
}
