using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Variables;

/// <summary>Types of variables and the values that fit them.</summary>
internal static class VariableValue
{
    public static JToken? DefaultOf(string type) => type.ToLowerInvariant() switch
    {
        "string" => new JValue(""),
        "integer" => new JValue(0L),
        "float" => new JValue(0.0),
        "boolean" => new JValue(false),
        "array" => new JArray(),
        "object" => new JObject(),
        _ => null,
    };

    /// <summary>
    /// The first value of a variable. Without one, a string is empty (recorded: LogicAppUnit's samples on the real host); inferred: all others are null.
    /// </summary>
    public static JToken Convert(string name, string type, JToken? value)
    {
        if (value is null or { Type: JTokenType.Null })
        {
            return type.Equals("string", StringComparison.OrdinalIgnoreCase) ? DefaultOf(type)! : JValue.CreateNull();
        }

        var fits = type.ToLowerInvariant() switch
        {
            "string" => value.Type == JTokenType.String,
            "integer" => value.Type == JTokenType.Integer,
            "float" => value.Type is JTokenType.Float or JTokenType.Integer,
            "boolean" => value.Type == JTokenType.Boolean,
            "array" => value.Type == JTokenType.Array,
            _ => value.Type == JTokenType.Object,
        };
        return fits
            ? value.DeepClone()
            : throw new VariableTypeException($"The variable '{name}' of type '{type}' cannot be initialized with a value of type '{value.Type}'.");
    }

    /// <summary>A new value must have the type of the old one, unless one of them is null.</summary>
    public static JToken Replace(JToken old, JToken? value)
    {
        value ??= JValue.CreateNull();
        return old.Type == JTokenType.Null || value.Type == JTokenType.Null || old.Type == value.Type || (old.Type == JTokenType.Float && value.Type == JTokenType.Integer)
            ? value.DeepClone()
            : throw new VariableTypeException($"The variable holds a value of type '{old.Type}' and cannot be set to a value of type '{value.Type}'.");
    }
}
