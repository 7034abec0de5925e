using System.Numerics;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>Number operations: decimal if one side is decimal, else float if one side is a float, else integer (which can overflow).</summary>
internal static class Arithmetic
{
    /// <summary>One operation for each kind of number.</summary>
    public sealed record Operation(Func<long, long, long> Integers, Func<double, double, double> Floats, Func<decimal, decimal, decimal> Decimals);

    /// <summary>Applies the operation. Throws OverflowException when an integer or decimal result does not fit.</summary>
    public static JToken Apply(JToken a, JToken b, Operation operation)
    {
        if (Numbers.IsDecimal(a) || Numbers.IsDecimal(b))
        {
            return Numbers.AsDecimal(a) is { } x && Numbers.AsDecimal(b) is { } y ? new JValue(operation.Decimals(x, y)) : throw new OverflowException();
        }
        if (a.Type == JTokenType.Float || b.Type == JTokenType.Float)
        {
            return new JValue(operation.Floats(Numbers.AsDouble(a), Numbers.AsDouble(b)));
        }
        return Numbers.TryInteger(a, out var i) && Numbers.TryInteger(b, out var j)
            ? Tokens.Of(operation.Integers(i, j))
            : throw new OverflowException();
    }

    /// <summary>A total order: NaN comes first.</summary>
    public static int Compare(JToken a, JToken b)
    {
        if (a is JValue { Value: long x } && b is JValue { Value: long y })
        {
            return x.CompareTo(y);
        }
        if (a.Type == JTokenType.Integer && b.Type == JTokenType.Integer)
        {
            return Big(a).CompareTo(Big(b));
        }
        return Numbers.IsDecimal(a) && Numbers.IsDecimal(b)
            ? Numbers.AsDecimal(a)!.Value.CompareTo(Numbers.AsDecimal(b)!.Value)
            : Numbers.AsDouble(a).CompareTo(Numbers.AsDouble(b));
    }

    /// <summary>equals(1, 1.0) holds: the number counts, not its notation. NaN equals nothing.</summary>
    public static bool AreEqual(JToken a, JToken b) => Compare(a, b) == 0 && !Numbers.IsNaN(a);

    public static bool IsZero(JToken value) => Compare(value, Tokens.Of(0)) == 0;

    private static BigInteger Big(JToken value) => ((JValue)value).Value switch
    {
        BigInteger big => big,
        ulong number => number,
        _ => Numbers.TryInteger(value, out var number) ? number : 0,
    };
}
