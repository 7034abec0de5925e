using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>Type names as the platform's messages show them.</summary>
internal static class TypeName
{
    public static string Of(JToken value) => value.Type switch
    {
        JTokenType.Null or JTokenType.Undefined => "Null",
        JTokenType.Boolean => "Boolean",
        JTokenType.Integer => "Integer",
        JTokenType.Float => "Float",
        JTokenType.Array => "Array",
        JTokenType.Object => "Object",
        _ => "String",
    };
}
