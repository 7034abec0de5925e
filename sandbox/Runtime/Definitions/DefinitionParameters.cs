using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>
/// Reads <c>definition.parameters</c>: {name: {type, defaultValue, value?}}, where values may use appsetting(). Inferred: a parameter that
/// parameters.json defines as well has the value from there.
/// </summary>
internal static class DefinitionParameters
{
    private static readonly string[] Types = ["String", "Int", "Float", "Bool", "Array", "Object", "SecureString", "SecureObject"];

    public static Dictionary<string, JToken> Read(ObjectReader? reader, ProjectContents project)
    {
        var parameters = new Dictionary<string, JToken>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in reader?.Json.Properties() ?? [])
        {
            if (reader!.Object(property.Name) is not { } one)
            {
                continue;
            }

            var type = one.NeedText("type");
            if (type.Length > 0 && !Types.Contains(type, StringComparer.OrdinalIgnoreCase))
            {
                one.Report(RuntimeProblems.BadValue(one.PathOf("type"), "type", type, string.Join(", ", Types)));
            }

            one.Ignore("metadata", "allowedValues", "defaultValue");
            var context = new SettingsContext(project, withParameters: false);
            var name = one.Take("value") is null ? "defaultValue" : "value";
            if (one.Take(name) is not null && SettingValue.Evaluate(one, name, context, project) is { } value)
            {
                parameters[property.Name] = value;
            }

            one.Finish();
        }

        return parameters;
    }
}
