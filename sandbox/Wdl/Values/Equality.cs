using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>
/// Equality of equals(), contains(), union() and intersection(): types match, objects member by member with case-sensitive names, numbers by
/// value. What else is equal, <see cref="LanguageOptions.MixedEquality"/> says. NaN equals nothing (recorded on the local host).
/// </summary>
internal sealed class Equality(MixedEquality mixed) : IEqualityComparer<JToken>
{
    private static readonly Equality[] Rules = [.. Enum.GetValues<MixedEquality>().Select(m => new Equality(m))];

    public static Equality Of(LanguageOptions options) => Rules[(int)options.MixedEquality];

    public bool Equals(JToken? a, JToken? b)
    {
        if (a is JValue { Value: string x } && b is JValue { Value: string y })
        {
            return string.Equals(x, y, StringComparison.Ordinal);
        }
        return a is null || b is null ? a == b : Same(a, b);
    }

    /// <summary>Equal values have equal hashes; members of objects count in any order.</summary>
    public int GetHashCode(JToken value) => value switch
    {
        JObject item => item.Properties().Aggregate(17, (sum, p) => sum + HashCode.Combine(p.Name, GetHashCode(p.Value))),
        JArray items => items.Aggregate(19, (sum, i) => HashCode.Combine(sum, GetHashCode(i))),
        { Type: JTokenType.Boolean } when mixed == MixedEquality.BooleanAndNumber => (Tokens.IsTrue(value) ? 1d : 0d).GetHashCode(),
        _ when Numbers.Is(value) => Numbers.AsDouble(value).GetHashCode(),
        _ => Text.Of(value).GetHashCode(StringComparison.Ordinal),
    };

    private bool Same(JToken a, JToken b) => (a, b) switch
    {
        (JObject x, JObject y) => x.Count == y.Count && x.Properties().All(p => y.Property(p.Name, StringComparison.Ordinal) is { } other && Equals(p.Value, other.Value)),
        (JArray x, JArray y) => x.Count == y.Count && x.Zip(y).All(p => Equals(p.First, p.Second)),
        _ when Numbers.Is(a) && Numbers.Is(b) => Arithmetic.AreEqual(a, b),
        _ when mixed != MixedEquality.Never && (IsMixed(a, b) || IsMixed(b, a)) => true,
        _ => TypeName.Of(a) == TypeName.Of(b) && string.Equals(Text.Of(a), Text.Of(b), StringComparison.Ordinal),
    };

    private bool IsMixed(JToken boolean, JToken other) => boolean.Type == JTokenType.Boolean && mixed switch
    {
        MixedEquality.BooleanAndText => other.Type == JTokenType.String && Text.Of(boolean) == Text.Of(other),
        MixedEquality.BooleanAndNumber => Numbers.Is(other) && Numbers.AsDouble(other) == (Tokens.IsTrue(boolean) ? 1 : 0),
        _ => false,
    };
}
