using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>
/// Equality of equals(), contains(), union() and intersection(). Sources disagree (the documentation's sample says equals(true, 1) is true);
/// measured is: types must match, objects member by member with case-sensitive names. This is the one place to change it.
/// </summary>
internal static class Equality
{
    /// <summary>The same equality for sets.</summary>
    public static IEqualityComparer<JToken> Comparer { get; } = EqualityComparer<JToken>.Create((a, b) => a is null || b is null ? a == b : Same(a, b), Hash);

    public static bool Same(JToken a, JToken b) => (a, b) switch
    {
        (JObject x, JObject y) => x.Count == y.Count && x.Properties().All(p => y.Property(p.Name, StringComparison.Ordinal) is { } other && Same(p.Value, other.Value)),
        (JArray x, JArray y) => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second)),
        _ when Numbers.Is(a) && Numbers.Is(b) => Arithmetic.AreEqual(a, b),
        _ => TypeName.Of(a) == TypeName.Of(b) && string.Equals(Text.Of(a), Text.Of(b), StringComparison.Ordinal),
    };

    /// <summary>Equal values have equal hashes; members of objects count in any order.</summary>
    private static int Hash(JToken value) => value switch
    {
        JObject item => item.Properties().Aggregate(17, (sum, p) => sum + HashCode.Combine(p.Name, Hash(p.Value))),
        JArray items => items.Aggregate(19, (sum, i) => HashCode.Combine(sum, Hash(i))),
        _ when Numbers.Is(value) => Numbers.AsDouble(value).GetHashCode(),
        _ => Text.Of(value).GetHashCode(StringComparison.Ordinal),
    };
}
