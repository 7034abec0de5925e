using B2BConnector.Runtime.Definitions.Platform;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>
/// Reads one object of a definition and remembers which properties were read: whatever nobody asked for is a problem, never silently ignored.
/// </summary>
public sealed class ObjectReader
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    internal ObjectReader(JObject json, string path, string where, SourceProblems problems, TemplateLog templates)
    {
        Json = json;
        Path = path;
        Where = where;
        Problems = problems;
        Templates = templates;
    }

    /// <summary>The object itself.</summary>
    public JObject Json { get; }

    /// <summary>JSON path of the object in its file.</summary>
    public string Path { get; }

    /// <summary>How the object is called in sentences, for example "action 'Create_lead'".</summary>
    public string Where { get; }

    internal SourceProblems Problems { get; }

    internal TemplateLog Templates { get; }

    /// <summary>JSON path of one property of this object.</summary>
    public string PathOf(string name) => JsonPath.Append(Path, name);

    /// <summary>The value of a property, or null when it is absent.</summary>
    public JToken? Take(string name)
    {
        taken.Add(name);
        return Json.GetValue(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Accepts a property without reading it (notes for the designer).</summary>
    public void Ignore(params string[] names)
    {
        foreach (var name in names)
        {
            taken.Add(name);
        }
    }

    /// <summary>The value of a property that must be there.</summary>
    public JToken? Need(string name)
    {
        var value = Take(name);
        if (value is null)
        {
            Problems.Add(RuntimeProblems.Missing(Path, name, Where));
        }

        return value;
    }

    /// <summary>A property compiled as a template, or null when it is absent.</summary>
    public Template? Template(string name) => Take(name) is { } json ? Compile(json, PathOf(name)) : null;

    /// <summary>A property compiled as a template; its absence is a problem.</summary>
    public Template NeedTemplate(string name) => Compile(Need(name) ?? JValue.CreateNull(), PathOf(name));

    /// <summary>Compiles a part of this object, with the object's path: for properties that are read apart.</summary>
    public Template Compile(JObject part) => Compile(part, Path);

    /// <summary>A condition in text or object form; its absence is a problem.</summary>
    public Template NeedCondition(string name)
    {
        var template = ConditionTemplate.CompileCondition(Need(name) ?? new JValue(false), PathOf(name), Problems);
        Templates.Add(template);
        return template;
    }

    /// <summary>A text without expressions, or null when it is absent.</summary>
    public string? Text(string name)
    {
        var value = Take(name);
        if (value is null or JValue { Type: JTokenType.String })
        {
            return value?.Value<string>();
        }

        Problems.Add(RuntimeProblems.WrongType(PathOf(name), name, "a text", NameOf(value)));
        return null;
    }

    /// <summary>A text without expressions that must be there.</summary>
    public string NeedText(string name)
    {
        Need(name);
        return Text(name) ?? "";
    }

    /// <summary>A whole number between two bounds, or null when it is absent.</summary>
    public int? Number(string name, int minimum, int maximum)
    {
        var value = Take(name);
        if (value is null)
        {
            return null;
        }

        if (value.Type == JTokenType.Integer && value.Value<long>() is var number && number >= minimum && number <= maximum)
        {
            return (int)number;
        }

        Problems.Add(IsExpression(value)
            ? UnsupportedProblems.ExpressionNotSupported(PathOf(name), name)
            : RuntimeProblems.BadValue(PathOf(name), name, value.ToString(), $"a whole number from {minimum} to {maximum}"));
        return null;
    }

    /// <summary>An ISO 8601 duration, or null when it is absent.</summary>
    public TimeSpan? Duration(string name)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        if (IsoDuration.TryParse(text, out var duration))
        {
            return duration;
        }

        Problems.Add(IsExpression(text) ? UnsupportedProblems.ExpressionNotSupported(PathOf(name), name) : RuntimeProblems.BadDuration(PathOf(name), text));
        return null;
    }

    /// <summary>A reader of an object below this one, or null when it is absent.</summary>
    public ObjectReader? Object(string name)
    {
        var value = Take(name);
        if (value is null)
        {
            return null;
        }

        if (value is JObject json)
        {
            return new ObjectReader(json, PathOf(name), $"'{name}' of {Where}", Problems, Templates);
        }

        Problems.Add(RuntimeProblems.WrongType(PathOf(name), name, "an object", NameOf(value)));
        return null;
    }

    /// <summary>A reader of an object that must be there; an empty one stands in when it is not, so that reading goes on.</summary>
    public ObjectReader NeedObject(string name)
    {
        Need(name);
        return Object(name) ?? new ObjectReader([], PathOf(name), $"'{name}' of {Where}", Problems, Templates) { IsStandIn = true };
    }

    /// <summary>Reports one problem of this object.</summary>
    public void Report(Problem problem) => Problems.Add(problem);

    /// <summary>Reports every property that was not read.</summary>
    public void Finish()
    {
        foreach (var property in Json.Properties().Where(property => !taken.Contains(property.Name)))
        {
            var path = PathOf(property.Name);
            var problem = PlatformCatalogue.Members.Contains(property.Name)
                ? UnsupportedProblems.PropertyNotSupported(path, property.Name, Where)
                : RuntimeProblems.UnknownProperty(path, property.Name, Where);
            Problems.AddAt(problem, Problems.Source.LocateName(property));
        }
    }

    /// <summary>True for an object that is not in the file: one problem for the missing object is enough.</summary>
    internal bool IsStandIn { get; private init; }

    private Template Compile(JToken json, string path)
    {
        var template = Wdl.Template.Compile(json, path, Problems);
        Templates.Add(template);
        return template;
    }

    internal static bool IsExpression(JToken value) => value.Type == JTokenType.String && ((string)value!).StartsWith('@');

    internal static string NameOf(JToken value) => value.Type switch
    {
        JTokenType.Null => "null",
        JTokenType.Object => "an object",
        JTokenType.Array => "an array",
        JTokenType.String => "a text",
        JTokenType.Boolean => "true or false",
        _ => "a number",
    };
}
