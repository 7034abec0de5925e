using System.Globalization;
using Newtonsoft.Json.Linq;

namespace B2BConnector.OData.Evaluation;

/// <summary>Order of two JSON values as the systems see it: numbers by value, dates by instant, everything else as text. Null sorts first.</summary>
public static class TokenComparison
{
    /// <summary>Negative, zero or positive; null when the two cannot be compared (a number with a text). <paramref name="asDates"/>: one side was written as a date, so both are read as instants.</summary>
    public static int? Compare(JToken? left, JToken? right, StringComparison strings, bool asDates = false)
    {
        var (leftNull, rightNull) = (IsNull(left), IsNull(right));
        if (leftNull || rightNull) return rightNull.CompareTo(leftNull);
        if (IsNumber(left!) && IsNumber(right!)) return Number(left!).CompareTo(Number(right!));
        if (left!.Type == JTokenType.Boolean && right!.Type == JTokenType.Boolean) return left.Value<bool>().CompareTo(right.Value<bool>());
        if (left.Type != JTokenType.String || right!.Type != JTokenType.String) return null;
        var (leftText, rightText) = ((string)left!, (string)right!);
        if (asDates) return Instant(leftText) is { } first && Instant(rightText) is { } second ? first.CompareTo(second) : null;
        return string.Compare(leftText, rightText, strings);
    }

    /// <summary>True for an absent member and for JSON null.</summary>
    public static bool IsNull(JToken? token) => token is null || token.Type is JTokenType.Null or JTokenType.Undefined;

    private static bool IsNumber(JToken token) => token.Type is JTokenType.Integer or JTokenType.Float;

    private static decimal Number(JToken token)
    {
        if (token is JValue { Value: long whole }) return whole;
        try
        {
            return token.Value<decimal>();
        }
        catch (OverflowException)
        {
            return token.Value<double>() > 0 ? decimal.MaxValue : decimal.MinValue;
        }
    }

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
