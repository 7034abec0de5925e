using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Storage;

/// <summary>Sets or writes properties that may be absent: absent is never written as null. JSON values are copied, because a token belongs to one tree.</summary>
internal static class JsonParts
{
    public static void Set(this JObject json, string name, JToken? value)
    {
        if (value is not null)
        {
            json[name] = value.DeepClone();
        }
    }

    public static void Set(this JObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    public static void Set(this JObject json, string name, int? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    public static void Part(this JsonWriter json, string name, JToken? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }

    public static void Part(this JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteValue(value);
        }
    }

    public static void Part(this JsonWriter json, string name, int? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteValue(value.Value);
        }
    }
}
