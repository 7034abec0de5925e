using System.Globalization;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>
/// What int(), float() and decimal() accept as text, as recorded on the local host; a cloud measurement refuses int('1.0'). Null = not a number.
/// </summary>
internal static class NumberText
{
    private const NumberStyles FloatStyles = NumberStyles.Float | NumberStyles.Number;
    private const double TwoTo63 = 9_223_372_036_854_775_808d;

    /// <summary>
    /// " +1,000 ", "1.0", but not "1.5". The text goes through a double, so beyond 2^53 it is rounded, and "NaN" is the smallest integer
    /// (a .NET 8 conversion). Throws OverflowException when it does not fit.
    /// </summary>
    public static long? ToInteger(JToken value) => value switch
    {
        _ when Numbers.TryInteger(value, out var integer) => integer,
        { Type: JTokenType.Float } => Whole(Numbers.AsDouble(value)),
        { Type: JTokenType.String } => double.TryParse(Text.Of(value), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var parsed) ? Whole(parsed) : null,
        _ => null,
    };

    /// <summary>Text with sign (also trailing), thousands separators ("1,5" is 15), fraction and exponent. Infinity needs a culture.</summary>
    public static double? ToDouble(JToken value, CultureInfo? culture) => value switch
    {
        _ when Numbers.Is(value) => Numbers.AsDouble(value),
        { Type: JTokenType.String } when culture is null && Text.Of(value).TrimEnd().EndsWith("infinity", StringComparison.OrdinalIgnoreCase) => null,
        { Type: JTokenType.String } => double.TryParse(Text.Of(value), FloatStyles, culture ?? CultureInfo.InvariantCulture, out var parsed) ? parsed : null,
        _ => null,
    };

    /// <summary>Like ToDouble, but without exponent; the number of decimal places is kept.</summary>
    public static decimal? ToDecimal(JToken value) => value switch
    {
        _ when Numbers.Is(value) => Numbers.AsDecimal(value),
        { Type: JTokenType.String } => decimal.TryParse(Text.Of(value), NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed) ? parsed : null,
        _ => null,
    };

    public static bool LooksLikeInteger(string text) =>
        long.TryParse(text, NumberStyles.Integer | NumberStyles.AllowExponent | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _);

    public static bool LooksLikeFloat(string text, CultureInfo culture) => double.TryParse(text, FloatStyles, culture, out _);

    private static long? Whole(double number)
    {
        if (double.IsNaN(number))
        {
            return long.MinValue;
        }
        if (number is >= TwoTo63 or < -TwoTo63)
        {
            throw new OverflowException();
        }
        return Math.Floor(number) == number ? (long)number : null;
    }
}
