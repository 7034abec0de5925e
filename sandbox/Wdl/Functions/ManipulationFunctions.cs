using B2BConnector.Wdl.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Objects: they are never changed, each function gives a new one. Names match in any casing.</summary>
internal static class ManipulationFunctions
{
    private const string NameAndValue = "the value as the third parameter";

    [WdlFunction("coalesce", 1, int.MaxValue, Lazy = true, Expects = "at least one parameter: the value to coalesce")]
    public static JToken Coalesce(Arguments arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Type != JTokenType.Null)
            {
                return arguments[i];
            }
        }
        return Tokens.Null;
    }

    [WdlFunction("addProperty", 3, See = "", Expects = "three parameters: the object as the first parameter, the name of the property to add as the second parameter, and " + NameAndValue)]
    public static JToken AddProperty(Arguments arguments)
    {
        var (item, name) = (arguments.Object(0), arguments.String(1));
        if (Properties.Find(item, name) is not null)
        {
            throw arguments.Fail($"expects the property to not exist in the object. Unable to add property '{name}' to '{item.ToString(Formatting.Indented)}' as it already exists.");
        }
        return new JObject(item.Properties()) { [name] = arguments[2] };
    }

    /// <summary>An existing member keeps its spelling; its place is what <see cref="LanguageOptions.SetPropertyKeepsOrder"/> says.</summary>
    [WdlFunction("setProperty", 3, See = "", Expects = "three parameters: the object as the first parameter, the name of the property to set as the second parameter, and " + NameAndValue)]
    public static JToken SetProperty(Arguments arguments)
    {
        var (item, name) = (arguments.Object(0), arguments.String(1));
        var old = Properties.Find(item, name);
        return new JObject(item.Properties().Where(p => p != old || arguments.Options.SetPropertyKeepsOrder)) { [old?.Name ?? name] = arguments[2] };
    }

    /// <summary>Of two members with one name the second object's wins (the designer's description). Inferred: casing counts, as in union().</summary>
    [WdlFunction("mergeObjects", 2)]
    public static JToken MergeObjects(Arguments arguments) => Objects.Merge([arguments.Object(0), arguments.Object(1)]);

    [WdlFunction("removeProperty", 2, See = "", Expects = "two parameters: the object as the first parameter and the name of the property to remove as the second parameter")]
    public static JToken RemoveProperty(Arguments arguments)
    {
        var (item, name) = (arguments.Object(0), arguments.String(1));
        var gone = Properties.Find(item, name);
        return new JObject(item.Properties().Where(p => p != gone));
    }
}
