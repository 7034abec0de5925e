using System.Globalization;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>What int(), float(), decimal(), isInt() and isFloat() accept as a number. Null = not a number.</summary>
internal static class NumberText
{
    /// <summary>"15", " -3 ", integers, and 1.0 as a number. "1.0" as text is refused, as measured on the cloud.</summary>
    public static long? ToInteger(JToken value) => value switch
    {
        _ when Numbers.TryInteger(value, out var integer) => integer,
        { Type: JTokenType.Float } => Whole(Numbers.AsDouble(value)),
        { Type: JTokenType.String } => long.TryParse(Text.Of(value), NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) ? parsed : null,
        _ => null,
    };

    /// <summary>Text in the given culture: sign, thousands separators ("1,5" is 15), fraction, exponent.</summary>
    public static double? ToDouble(JToken value, CultureInfo culture) => value switch
    {
        _ when Numbers.Is(value) => Numbers.AsDouble(value),
        { Type: JTokenType.String } => double.TryParse(Text.Of(value), NumberStyles.Float | NumberStyles.AllowThousands, culture, out var parsed) ? parsed : null,
        _ => null,
    };

    public static decimal? ToDecimal(JToken value) => value switch
    {
        _ when Numbers.Is(value) => Numbers.AsDecimal(value),
        { Type: JTokenType.String } => decimal.TryParse(Text.Of(value), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var parsed) ? parsed : null,
        _ => null,
    };

    private static long? Whole(double number) => Math.Floor(number) == number && Math.Abs(number) < 9.2e18 ? (long)number : null;
}
