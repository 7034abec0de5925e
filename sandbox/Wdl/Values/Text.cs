using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>
/// A value as text, the way string(), concat(), join() and interpolation write it: null is empty, booleans are True and False,
/// numbers as .NET writes them, objects and arrays compact JSON, a content envelope the text in it.
/// </summary>
internal static class Text
{
    public static string Of(JToken value) => value is JValue simple ? Of(simple.Value) : OfContainer(value);

    private static string Of(object? value) => value switch
    {
        string text => text,
        null => "",
        bool flag => flag ? "True" : "False",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        DateTime time => time.ToString("o", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string OfContainer(JToken value) => Content.TryRead(value, out var content) ? content.Text : value.ToString(Formatting.None);
}
