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
    public static string Of(JToken value) => value switch
    {
        JValue { Value: null } => "",
        JValue { Value: string text } => text,
        JValue { Value: bool flag } => flag ? "True" : "False",
        JValue { Value: double number } => number.ToString(CultureInfo.InvariantCulture),
        JValue { Value: float number } => number.ToString(CultureInfo.InvariantCulture),
        JValue { Value: DateTime time } => time.ToString("o", CultureInfo.InvariantCulture),
        JValue { Value: DateTimeOffset time } => time.ToString("o", CultureInfo.InvariantCulture),
        JValue { Value: byte[] bytes } => Convert.ToBase64String(bytes),
        JValue { Value: { } other } => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        JObject when Content.TryRead(value, out var content) => content.Text,
        _ => value.ToString(Formatting.None),
    };
}
