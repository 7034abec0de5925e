using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>Objects as sets of members.</summary>
internal static class Objects
{
    /// <summary>The members of all; of two with one name (casing counts) the later wins, in the place of the earlier.</summary>
    public static JObject Merge(IEnumerable<JObject> objects)
    {
        var result = new JObject();
        foreach (var property in objects.SelectMany(o => o.Properties()))
        {
            result[property.Name] = property.Value;
        }
        return result;
    }
}
