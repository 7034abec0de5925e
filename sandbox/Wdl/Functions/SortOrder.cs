using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Order of sort(): null, booleans, numbers, texts (ignoring case, then ordinal), the rest as it stands.</summary>
internal sealed class SortOrder : IComparer<JToken>
{
    public static SortOrder Instance { get; } = new();

    public int Compare(JToken? x, JToken? y)
    {
        if (x is JValue { Value: long first } && y is JValue { Value: long second })
        {
            return first.CompareTo(second);
        }
        var (a, b) = (x ?? Tokens.Null, y ?? Tokens.Null);
        var rank = Rank(a).CompareTo(Rank(b));
        if (rank != 0)
        {
            return rank;
        }
        if (Numbers.Is(a))
        {
            return Arithmetic.Compare(a, b);
        }
        if (a is JContainer)
        {
            return 0;
        }
        var byLetters = string.Compare(Text.Of(a), Text.Of(b), StringComparison.OrdinalIgnoreCase);
        return byLetters != 0 ? byLetters : string.CompareOrdinal(Text.Of(a), Text.Of(b));
    }

    private static int Rank(JToken value) => value.Type switch
    {
        JTokenType.Null => 0,
        JTokenType.Boolean => 1,
        JTokenType.Integer or JTokenType.Float => 2,
        JTokenType.Object or JTokenType.Array => 4,
        _ => 3,
    };
}
