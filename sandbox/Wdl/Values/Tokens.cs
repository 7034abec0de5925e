using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>
/// Tokens that everybody shares. They hang in an array of their own: a container that one is added to copies it because it has a parent,
/// and so does <see cref="Template.Evaluate"/>.
/// </summary>
internal static class Tokens
{
    private const int Small = 256;
    private static readonly JArray Shared = [true, false, JValue.CreateNull(), ""];
    private static readonly JArray Integers = [.. Enumerable.Range(-1, Small + 1).Select(i => new JValue((long)i))];

    public static JToken True { get; } = Shared[0];

    public static JToken False { get; } = Shared[1];

    public static JToken Null { get; } = Shared[2];

    public static JToken Empty { get; } = Shared[3];

    public static JToken Of(bool value) => value ? True : False;

    public static JToken Of(long value) => value is >= -1 and < Small ? Integers[(int)value + 1] : new JValue(value);

    public static JToken Of(string value) => value.Length == 0 ? Empty : new JValue(value);

    /// <summary>Whether the token is the boolean true; false for everything else.</summary>
    public static bool IsTrue(JToken token) => token is JValue { Value: true };

    /// <summary>Gives a constant a parent.</summary>
    public static T Keep<T>(T constant)
        where T : JToken
    {
        if (constant.Parent is null)
        {
            new JArray().Add(constant);
        }
        return constant;
    }
}
