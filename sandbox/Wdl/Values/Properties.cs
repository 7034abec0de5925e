using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>Looks up members: exact spelling first, then any casing.</summary>
internal static class Properties
{
    public static JProperty? Find(JObject item, string name) => item.Property(name, StringComparison.Ordinal) ?? item.Property(name, StringComparison.OrdinalIgnoreCase);
}
