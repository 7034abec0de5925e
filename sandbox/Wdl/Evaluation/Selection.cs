using B2BConnector.Wdl.Errors;
using B2BConnector.Wdl.Syntax;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Evaluation;

/// <summary>Property and index selectors. "?" forgives what is missing, not what is impossible.</summary>
internal static class Selection
{
    public static JToken Apply(Evaluator evaluator, CallExpression call, JToken value)
    {
        foreach (var selector in call.Selectors)
        {
            value = Select(call.Source, value, evaluator.Evaluate(selector.Key), selector.Optional);
        }
        return value;
    }

    private static JToken Select(string source, JToken value, JToken key, bool optional) => value switch
    {
        JObject item => FromObject(source, item, key, optional),
        JArray items => FromArray(source, items, key, optional),
        { Type: JTokenType.Null } when optional => JValue.CreateNull(),
        { Type: JTokenType.Null } => throw RunErrors.CannotSelectFromNull(source, Text.Of(key)),
        _ => throw RunErrors.CannotSelect(source, Text.Of(key), TypeName.Of(value)),
    };

    private static JToken FromObject(string source, JObject item, JToken key, bool optional)
    {
        if (key.Type != JTokenType.String)
        {
            return optional && key.Type == JTokenType.Null
                ? JValue.CreateNull()
                : throw RunErrors.CannotSelect(source, Text.Of(key), "Object");
        }
        var name = (string)key!;
        if (Properties.Find(item, name) is { } property)
        {
            return property.Value;
        }
        return optional ? JValue.CreateNull() : throw RunErrors.MissingProperty(source, name, item.Properties().Select(p => p.Name));
    }

    private static JToken FromArray(string source, JArray items, JToken key, bool optional)
    {
        if (key.Type != JTokenType.Integer || !Numbers.TryInteger(key, out var index))
        {
            throw RunErrors.ArrayNeedsInteger(source, Text.Of(key));
        }
        if (index >= 0 && index < items.Count)
        {
            return items[(int)index];
        }
        return optional ? JValue.CreateNull() : throw RunErrors.IndexOutside(source, Text.Of(key), items.Count);
    }
}
