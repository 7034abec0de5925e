using System.Globalization;
using System.Numerics;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>Reads the number inside a token, whatever CLR type Newtonsoft chose for it.</summary>
internal static class Numbers
{
    public static bool Is(JToken value) => value.Type is JTokenType.Integer or JTokenType.Float;

    public static bool TryInteger(JToken token, out long value)
    {
        if (token is JValue { Value: long plain })
        {
            value = plain;
            return true;
        }
        value = 0;
        if (token.Type != JTokenType.Integer)
        {
            return false;
        }
        switch (((JValue)token).Value)
        {
            case BigInteger big when big < long.MinValue || big > long.MaxValue:
            case ulong and > (ulong)long.MaxValue:
                return false;
            case BigInteger big:
                value = (long)big;
                return true;
            case { } number:
                value = Convert.ToInt64(number, CultureInfo.InvariantCulture);
                return true;
            default:
                return false;
        }
    }

    public static double AsDouble(JToken token) => ((JValue)token).Value switch
    {
        double number => number,
        BigInteger big => (double)big,
        { } number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        null => 0,
    };

    public static decimal? AsDecimal(JToken token)
    {
        try
        {
            return ((JValue)token).Value switch
            {
                decimal number => number,
                BigInteger big => (decimal)big,
                { } number => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
                null => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static bool IsNaN(JToken token) => token is JValue { Value: double number } && double.IsNaN(number);

    public static bool IsDecimal(JToken token) => token is JValue { Value: decimal };
}
