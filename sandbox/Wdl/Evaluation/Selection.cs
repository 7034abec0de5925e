using B2BConnector.Wdl.Errors;
using B2BConnector.Wdl.Syntax;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Evaluation;

/// <summary>Property and index selectors. "?" forgives what is missing, not what is impossible.</summary>
internal static class Selection
{
    public static JToken Select(CallExpression call, JToken value, JToken key, Selector selector, LanguageOptions options) =>
        options.SelectsByPath && value is JObject item && key is JValue { Value: string path } && path.Contains('/') && Properties.Find(item, path) is null
            ? path.Split('/').Aggregate(value, (at, step) => One(call, at, new JValue(step), selector.Optional))
            : One(call, value, key, selector.Optional);

    private static JToken One(CallExpression call, JToken value, JToken key, bool optional) => value switch
    {
        JObject item => FromObject(call, item, key, optional),
        JArray items => FromArray(call, items, key, optional),
        { Type: JTokenType.Null } when optional => Tokens.Null,
        { Type: JTokenType.Null } => throw RunErrors.CannotSelectFromNull(call.Source, Text.Of(key)),
        _ => throw RunErrors.CannotSelect(call.Source, Text.Of(key), TypeName.Of(value)),
    };

    private static JToken FromObject(CallExpression call, JObject item, JToken key, bool optional)
    {
        if (key is not JValue { Value: string name })
        {
            return optional && key.Type == JTokenType.Null
                ? Tokens.Null
                : throw RunErrors.CannotSelect(call.Source, Text.Of(key), "Object");
        }
        if (Properties.Find(item, name) is { } property)
        {
            return property.Value;
        }
        return optional ? Tokens.Null : throw RunErrors.MissingProperty(call.Source, name, item.Properties().Select(p => p.Name));
    }

    private static JToken FromArray(CallExpression call, JArray items, JToken key, bool optional)
    {
        if (!Numbers.TryInteger(key, out var index))
        {
            throw RunErrors.ArrayNeedsInteger(call.Source, Text.Of(key));
        }
        if (index >= 0 && index < items.Count)
        {
            return items[(int)index];
        }
        return optional ? Tokens.Null : throw RunErrors.IndexOutside(call.Source, Text.Of(key), items.Count);
    }
}
