using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Reads parameters.json: {name: {type, value}}, where values may use appsetting().</summary>
internal static class ParametersFile
{
    private const int MaximumParameters = 500;
    private static readonly string[] Types = ["String", "Int", "Float", "Bool", "Array", "Object"];

    public static Dictionary<string, JToken> Read(JsonSource? source, ProjectContents project, List<Problem> problems)
    {
        var parameters = new Dictionary<string, JToken>(StringComparer.OrdinalIgnoreCase);
        if (source?.Root is not JObject root)
        {
            return parameters;
        }

        var sink = new SourceProblems(source, problems);
        if (root.Count > MaximumParameters)
        {
            sink.Add(RuntimeProblems.LimitExceeded("", "Parameters of a project", MaximumParameters, root.Count));
        }

        foreach (var property in root.Properties())
        {
            project.ParameterNames.Add(property.Name);
            var path = JsonPath.Append("", property.Name);
            var reader = new ObjectReader(property.Value as JObject ?? [], path, $"parameter '{property.Name}'", sink, new TemplateLog());
            var type = reader.NeedText("type");
            if (type.Length > 0 && !Types.Contains(type, StringComparer.OrdinalIgnoreCase))
            {
                sink.Add(RuntimeProblems.BadValue(reader.PathOf("type"), "type", type, string.Join(", ", Types)));
            }

            reader.Ignore("metadata");
            if (reader.Take("value") is null or { Type: JTokenType.Null })
            {
                sink.Add(RuntimeProblems.ParameterWithoutValue(path, property.Name));
            }
            else if (SettingValue.Evaluate(reader, "value", new SettingsContext(project, withParameters: false), project) is { } value)
            {
                Check(reader, type, value, sink);
                parameters[property.Name] = value;
            }

            reader.Finish();
        }

        return parameters;
    }

    private static void Check(ObjectReader reader, string type, JToken value, SourceProblems sink)
    {
        var fits = type.ToLowerInvariant() switch
        {
            "string" => value.Type == JTokenType.String,
            "array" => value.Type == JTokenType.Array,
            "object" => value.Type == JTokenType.Object,
            "int" => value.Type == JTokenType.Integer || long.TryParse(value.ToString(), out _),
            "float" => value.Type is JTokenType.Integer or JTokenType.Float || double.TryParse(value.ToString(), out _),
            "bool" => value.Type == JTokenType.Boolean || bool.TryParse(value.ToString(), out _),
            _ => true,
        };
        if (!fits)
        {
            sink.Add(RuntimeProblems.WrongType(reader.PathOf("value"), "value", $"of type {type}", ObjectReader.NameOf(value)));
        }
    }
}
