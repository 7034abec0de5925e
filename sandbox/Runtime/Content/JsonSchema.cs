using System.Text.RegularExpressions;
using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Content;

/// <summary>The part of JSON Schema (draft 4) that is checked. Anything else in a schema is a problem at load, never silently ignored.</summary>
public sealed class JsonSchema
{
    private static readonly HashSet<string> Annotations = ["$schema", "id", "$id", "title", "description", "default", "example", "examples", "format", "definitions"];

    private static readonly HashSet<string> Checked =
    [
        "type", "properties", "required", "items", "enum", "minLength", "maxLength", "pattern", "minimum", "maximum",
        "minItems", "maxItems", "additionalProperties", "anyOf", "oneOf", "allOf", "const",
    ];

    private readonly JObject schema;

    private JsonSchema(JObject schema) => this.schema = schema;

    /// <summary>Takes a schema of a definition; keywords that are not checked are reported.</summary>
    public static JsonSchema Read(JObject schema, string path, ObjectReader reader)
    {
        Check(schema, path, reader);
        return new JsonSchema(schema);
    }

    /// <summary>Errors in the platform's shape: message, path, value, schemaId. Empty = valid.</summary>
    public IReadOnlyList<JObject> Validate(JToken value)
    {
        var errors = new List<JObject>();
        SchemaValidator.Validate(schema, value, "", errors);
        return errors;
    }

    private static void Check(JObject schema, string path, ObjectReader reader)
    {
        foreach (var property in schema.Properties())
        {
            var at = JsonPath.Append(path, property.Name);
            if (property.Name.StartsWith("x-", StringComparison.Ordinal) || Annotations.Contains(property.Name))
            {
                continue;
            }

            if (!Checked.Contains(property.Name))
            {
                reader.Report(UnsupportedProblems.SchemaKeywordNotSupported(at, property.Name));
            }
            else if (property.Name == "pattern" && !IsPattern(property.Value.ToString()))
            {
                reader.Report(RuntimeProblems.BadSchema(at, "a pattern that is no regular expression."));
            }
            else if (property.Name == "properties" && property.Value is JObject properties)
            {
                foreach (var child in properties.Properties().Where(child => child.Value is JObject))
                {
                    Check((JObject)child.Value, JsonPath.Append(at, child.Name), reader);
                }
            }
            else if (property.Value is JObject inner && property.Name is "items" or "additionalProperties")
            {
                Check((JObject)property.Value, at, reader);
            }
            else if (property.Name is "anyOf" or "oneOf" or "allOf")
            {
                foreach (var (choice, index) in property.Value.OfType<JObject>().Select((choice, index) => (choice, index)))
                {
                    Check(choice, JsonPath.Append(at, index), reader);
                }
            }
        }
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.ECMAScript);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
