using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>Looks up members: exact spelling first, then any casing.</summary>
internal static class Properties
{
    /// <summary>Newtonsoft tries the exact spelling first by itself.</summary>
    public static JProperty? Find(JObject item, string name) => item.Property(name, StringComparison.OrdinalIgnoreCase);
}
