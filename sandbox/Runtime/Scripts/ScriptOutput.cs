using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace B2BConnector.Runtime.Scripts;

/// <summary>
/// The result of a script as JSON: properties of objects in camelCase, JSON tokens as they are.
/// Inferred: keys of dictionaries keep their casing, and members that are null stay in the result.
/// </summary>
internal static class ScriptOutput
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new DefaultContractResolver
        {
            NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: false),
        },
        DateParseHandling = DateParseHandling.None,
    });

    public static JToken ToJson(object? result) => result switch
    {
        null => JValue.CreateNull(),
        // A copy: the token may be part of what the run keeps.
        JToken token => token.DeepClone(),
        _ => JToken.FromObject(result, Serializer),
    };
}
