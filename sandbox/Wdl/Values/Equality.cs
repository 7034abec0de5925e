using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>
/// Equality of equals(), contains(), union() and intersection(). Sources disagree (the documentation's sample says equals(true, 1) is true);
/// measured is: types must match, objects member by member with case-sensitive names. This is the one place to change it.
/// </summary>
internal static class Equality
{
    public static bool Same(JToken a, JToken b) => (a, b) switch
    {
        (JObject x, JObject y) => x.Count == y.Count && x.Properties().All(p => y.Property(p.Name, StringComparison.Ordinal) is { } other && Same(p.Value, other.Value)),
        (JArray x, JArray y) => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second)),
        _ when Numbers.Is(a) && Numbers.Is(b) => Arithmetic.AreEqual(a, b),
        _ => TypeName.Of(a) == TypeName.Of(b) && string.Equals(Text.Of(a), Text.Of(b), StringComparison.Ordinal),
    };
}
