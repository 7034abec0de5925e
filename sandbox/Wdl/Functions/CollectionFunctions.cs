using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Arrays, texts and objects as collections.</summary>
internal static class CollectionFunctions
{
    private const string SetParameters = "either a comma separated list of arrays or a comma separated list of objects as its parameters";

    /// <summary>Text: case-sensitive part. Array: an equal element. Object: a name in any casing.</summary>
    [WdlFunction("contains", 2, Expects = "two parameters : the collection of items to search within and the object to find within the collection")]
    public static JToken Contains(Arguments arguments) => Tokens.Of(arguments[0] switch
    {
        JArray items => items.Contains(arguments[1], Equality.Of(arguments.Options)),
        JObject item => Properties.Find(item, Text.Of(arguments[1])) is not null,
        { Type: JTokenType.String } text => Text.Of(text).Contains(Text.Of(arguments[1]), StringComparison.Ordinal),
        var other => throw arguments.Fail($"expects its first argument 'collection' to be a dictionary (object), an array or a string. The provided value is of type '{TypeName.Of(other)}'."),
    });

    [WdlFunction("length", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: an array or a string the length of which is returned")]
    public static JToken Length(Arguments arguments) => Tokens.Of(arguments[0] switch
    {
        JArray items => items.Count,
        { Type: JTokenType.String } text => (long)Text.Of(text).Length,
        _ => throw arguments.WrongType(0, "an array or a string"),
    });

    [WdlFunction("empty", 1, Expects = "one parameter: the object, array or string to test for emptiness")]
    public static JToken Empty(Arguments arguments) => Tokens.Of(arguments[0] switch
    {
        JContainer items => items.Count == 0,
        { Type: JTokenType.Null } => true,
        { Type: JTokenType.String } text => Text.Of(text).Length == 0,
        _ => throw arguments.WrongType(0, "an object, an array or a string"),
    });

    [WdlFunction("first", 1, Expects = "one parameter: the array or string of which the first element will be returned")]
    public static JToken First(Arguments arguments) => End(arguments, items => items[0], text => text[..1]);

    [WdlFunction("last", 1, Expects = "one parameter: the array or string of which the last element will be returned")]
    public static JToken Last(Arguments arguments) => End(arguments, items => items[items.Count - 1], text => text[^1..]);

    [WdlFunction("take", 2, Expects = "two parameters: the collection to take the objects from as the first parameter and the count of objects to take as the second parameter")]
    public static JToken Take(Arguments arguments) => Cut(arguments, (length, count) => ..Math.Min(length, count));

    [WdlFunction("skip", 2, Expects = "two parameters: the collection to skip the objects from as the first parameter and the count of objects to skip as the second parameter")]
    public static JToken Skip(Arguments arguments) => Cut(arguments, (length, count) => Math.Min(length, count)..);

    [WdlFunction("join", 2, Expects = "two parameters: the array of elements to join as the first parameter, and the element separator as the second parameter")]
    public static JToken Join(Arguments arguments) => arguments[0] is JArray items
        ? Limits.Join(arguments, arguments.String(1), [.. items.Select(Text.Of)])
        : throw arguments.WrongType(0, "an array");

    [WdlFunction("reverse", 1, Expects = "an array as the first parameter")]
    public static JToken Reverse(Arguments arguments) => arguments[0] is JArray items
        ? arguments.Built(items.Reverse())
        : throw arguments.FailWithHelp($"expects its first parameter to be of type array. The provided value is of type '{TypeName.Of(arguments[0])}'.");

    /// <summary>Stable. Inferred: numbers before texts, null first; texts ignoring case.</summary>
    [WdlFunction("sort", 1, 2, Expects = "an array as the first parameter and an optional object key as the second parameter")]
    public static JToken Sort(Arguments arguments)
    {
        var key = arguments.OptionalString(1);
        var items = arguments.Array(0);
        return key is null && items.All(i => i is JValue { Value: long })
            ? arguments.Built(items.OrderBy(i => (long)((JValue)i).Value!))
            : arguments.Built(items.OrderBy(i => key is null ? i : ReferenceFunctions.Member(i, key), SortOrder.Instance));
    }

    [WdlFunction("chunk", 2, Expects = "two parameters: the string to chunk as the first parameter, the chunk length as the second parameter")]
    public static JToken Chunk(Arguments arguments)
    {
        var size = arguments.Integer(1);
        if (size < 1)
        {
            throw arguments.FailWithHelp("expects chunk size to be a positive integer. The provided value is less than 1.");
        }
        var length = (int)Math.Min(size, int.MaxValue);
        return arguments[0] switch
        {
            JArray items => arguments.Built(items.Chunk(length).Select(arguments.Built)),
            { Type: JTokenType.String } text => arguments.Built(Pieces(Text.Of(text), length)),
            _ => throw arguments.WrongType(0, "an array or a string"),
        };
    }

    /// <summary>Arrays: distinct values of all. Objects: the members of all, the later wins.</summary>
    [WdlFunction("union", 2, int.MaxValue, Expects = SetParameters)]
    public static JToken Union(Arguments arguments)
    {
        if (!AreObjects(arguments))
        {
            return Distinct(arguments, arguments.All.SelectMany(a => a));
        }
        return Objects.Merge(arguments.All.Cast<JObject>());
    }

    /// <summary>Arrays: values of the first that all others have. Objects: members that are equal in all.</summary>
    [WdlFunction("intersection", 2, int.MaxValue, Expects = SetParameters)]
    public static JToken Intersection(Arguments arguments)
    {
        if (AreObjects(arguments))
        {
            var objects = arguments.All.Skip(1).Cast<JObject>().ToList();
            var equality = Equality.Of(arguments.Options);
            return new JObject(((JObject)arguments[0]).Properties().Where(p => objects.TrueForAll(o => o[p.Name] is { } value && equality.Equals(p.Value, value))));
        }
        var others = arguments.All.Skip(1).Select(a => a.ToHashSet(Equality.Of(arguments.Options))).ToList();
        return Distinct(arguments, arguments[0].Where(v => others.TrueForAll(o => o.Contains(v))));
    }

    private static IEnumerable<JToken> Pieces(string text, int length)
    {
        for (var start = 0; start < text.Length; start += Math.Min(length, text.Length - start))
        {
            yield return new JValue(text.Substring(start, Math.Min(length, text.Length - start)));
        }
    }

    private static JArray Distinct(Arguments arguments, IEnumerable<JToken> values) => arguments.Built(values.Distinct(Equality.Of(arguments.Options)));

    private static bool AreObjects(Arguments arguments)
    {
        if (arguments.All.All(a => a is JArray))
        {
            return false;
        }
        return arguments.All.All(a => a is JObject)
            ? true
            : throw new WdlException($"Template language function '{arguments.Name}' expects parameters of same type, but found '{string.Join(",", arguments.All.Select(TypeName.Of).Distinct())}' distinct types.");
    }

    /// <summary>The end of an empty array is null; of an empty text it is what <see cref="LanguageOptions.EndOfEmptyTextIsNull"/> says.</summary>
    private static JToken End(Arguments arguments, Func<JArray, JToken> ofArray, Func<string, string> ofText) => arguments[0] switch
    {
        JArray { Count: 0 } => Tokens.Null,
        JArray items => ofArray(items),
        JValue { Value: "" } when arguments.Options.EndOfEmptyTextIsNull => Tokens.Null,
        { Type: JTokenType.String } text => Tokens.Of(Text.Of(text) is { Length: > 0 } value ? ofText(value) : ""),
        var other => throw arguments.FailWithHelp($"expects its parameter be an array or a string. The provided value is of type '{TypeName.Of(other)}'."),
    };

    private static JToken Cut(Arguments arguments, Func<int, int, Range> range)
    {
        if (arguments[0] is not JArray && arguments[0].Type != JTokenType.String)
        {
            throw arguments.FailWithHelp($"expects its first parameter 'collection' to be an array or a string. The provided value is of type '{TypeName.Of(arguments[0])}'.");
        }
        if (!Numbers.TryInteger(arguments[1], out var wanted) || wanted < 0)
        {
            throw arguments.FailWithHelp($"parameters are out of range: 'count' must be a positive integer. The provided value is '{Text.Of(arguments[1])}'.");
        }
        var count = (int)Math.Min(wanted, int.MaxValue);
        return arguments[0] is JArray items
            ? arguments.Built(items.ToArray()[range(items.Count, count)])
            : Tokens.Of(Text.Of(arguments[0]) is var text ? text[range(text.Length, count)] : "");
    }
}
