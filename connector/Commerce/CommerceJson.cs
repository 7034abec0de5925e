using System.Text.Json;
using System.Text.Json.Serialization;

namespace B2BConnector.Connector.Commerce;

/// <summary>JSON as Commerce writes it: Pascal case names, which our rows carry as property names.</summary>
internal static class CommerceJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };
}
