using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Content;

/// <summary>Checks a value; the sentences follow the validator that the platform uses.</summary>
internal static class SchemaValidator
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    public static void Validate(JObject schema, JToken value, string path, List<JObject> errors)
    {
        if (schema["type"] is { } type && !(type is JArray types ? types : new JArray(type.DeepClone())).Any(one => Is(one.ToString(), value)))
        {
            var expected = string.Join(", ", (type is JArray many ? many.Select(one => one.ToString()) : [type.ToString()]).Select(Capital));
            Add(errors, $"Invalid type. Expected {expected} but got {NameOf(value)}.", value, path);
            return;
        }

        if (schema["enum"] is JArray choices && !choices.Any(choice => JToken.DeepEquals(choice, value)))
        {
            Add(errors, $"Value {Text(value)} is not defined in enum.", value, path);
        }

        if (schema["const"] is { } constant && !JToken.DeepEquals(constant, value))
        {
            Add(errors, $"Value {Text(value)} does not match const.", value, path);
        }

        switch (value)
        {
            case JObject json: Object(schema, json, path, errors); break;
            case JArray array: Array(schema, array, path, errors); break;
            case { Type: JTokenType.String }: Text(schema, (string)value!, path, errors); break;
            case { Type: JTokenType.Integer or JTokenType.Float }: Number(schema, value, path, errors); break;
        }

        Combinations(schema, value, path, errors);
    }

    private static void Object(JObject schema, JObject json, string path, List<JObject> errors)
    {
        var missing = (schema["required"] as JArray ?? []).Select(name => name.ToString()).Where(name => json.Property(name) is null).ToList();
        if (missing.Count > 0)
        {
            Add(errors, $"Required properties are missing from object: {string.Join(", ", missing)}.", json, path);
        }

        var properties = schema["properties"] as JObject ?? [];
        foreach (var property in json.Properties())
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (properties[property.Name] is JObject inner)
            {
                Validate(inner, property.Value, at, errors);
            }
            else if (properties[property.Name] is null && schema["additionalProperties"] is { } additional)
            {
                if (additional is JObject rule)
                {
                    Validate(rule, property.Value, at, errors);
                }
                else if (additional.Type == JTokenType.Boolean && !(bool)additional)
                {
                    Add(errors, $"Property '{property.Name}' has not been defined and the schema does not allow additional properties.", property.Value, at);
                }
            }
        }
    }

    private static void Array(JObject schema, JArray array, string path, List<JObject> errors)
    {
        if (array.Count < (long?)schema["minItems"])
        {
            Add(errors, $"Array item count {array.Count} is less than minimum count of {schema["minItems"]}.", array, path);
        }

        if (array.Count > (long?)schema["maxItems"])
        {
            Add(errors, $"Array item count {array.Count} exceeds maximum count of {schema["maxItems"]}.", array, path);
        }

        if (schema["items"] is JObject items)
        {
            for (var i = 0; i < array.Count; i++)
            {
                Validate(items, array[i], $"{path}[{i}]", errors);
            }
        }
    }

    private static void Text(JObject schema, string text, string path, List<JObject> errors)
    {
        var length = new StringInfo(text).LengthInTextElements;
        if (length < (long?)schema["minLength"])
        {
            Add(errors, $"String '{text}' is less than minimum length of {schema["minLength"]}.", text, path);
        }

        if (length > (long?)schema["maxLength"])
        {
            Add(errors, $"String '{text}' exceeds maximum length of {schema["maxLength"]}.", text, path);
        }

        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, PatternTime))
        {
            Add(errors, $"String '{text}' does not match regex pattern '{pattern}'.", text, path);
        }
    }

    private static void Number(JObject schema, JToken value, string path, List<JObject> errors)
    {
        if ((double)value < (double?)schema["minimum"])
        {
            Add(errors, $"{Text(value)} is less than minimum value of {schema["minimum"]}.", value, path);
        }

        if ((double)value > (double?)schema["maximum"])
        {
            Add(errors, $"{Text(value)} exceeds maximum value of {schema["maximum"]}.", value, path);
        }
    }

    private static void Combinations(JObject schema, JToken value, string path, List<JObject> errors)
    {
        foreach (var rule in (schema["allOf"] as JArray ?? []).OfType<JObject>())
        {
            Validate(rule, value, path, errors);
        }

        foreach (var keyword in (string[])["anyOf", "oneOf"])
        {
            if (schema[keyword] is not JArray choices)
            {
                continue;
            }

            var matches = choices.OfType<JObject>().Count(choice =>
            {
                var inner = new List<JObject>();
                Validate(choice, value, path, inner);
                return inner.Count == 0;
            });
            if (matches == 0 || (keyword == "oneOf" && matches > 1))
            {
                Add(errors, $"JSON does not match {(matches == 0 ? "any schemas from" : "exactly one schema from")} '{keyword}'.", value, path);
            }
        }
    }

    private static bool Is(string type, JToken value) => type switch
    {
        "object" => value.Type == JTokenType.Object,
        "array" => value.Type == JTokenType.Array,
        "string" => value.Type == JTokenType.String,
        "boolean" => value.Type == JTokenType.Boolean,
        "null" => value.Type == JTokenType.Null,
        "integer" => value.Type == JTokenType.Integer || (value.Type == JTokenType.Float && Math.Floor((double)value) == (double)value),
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        _ => true,
    };

    private static string NameOf(JToken value) => value.Type == JTokenType.Float ? "Number" : value.Type.ToString();

    private static string Capital(string type) => type.Length == 0 ? type : char.ToUpperInvariant(type[0]) + type[1..];

    private static string Text(JToken value) => value.ToString(Newtonsoft.Json.Formatting.None);

    private static void Add(List<JObject> errors, string message, JToken value, string path) =>
        errors.Add(new JObject { ["message"] = message, ["path"] = path, ["value"] = value.DeepClone() });
}
