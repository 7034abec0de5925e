using System.Globalization;

namespace B2BConnector.Wdl.Values;

/// <summary>
/// A timestamp as the date functions see it: the wall clock and how it is printed. "Z" stays "Z", no zone stays none,
/// an offset is converted to UTC and printed as "+00:00" (the real host's clock runs in UTC).
/// </summary>
internal readonly record struct Moment(DateTime Value, MomentKind Kind)
{
    public static Moment FromUtc(DateTimeOffset time) => new(DateTime.SpecifyKind(time.UtcDateTime, DateTimeKind.Utc), MomentKind.Utc);

    /// <summary>Null when the text is no timestamp. With a format it must match exactly.</summary>
    public static Moment? TryParse(string text, CultureInfo culture, string? format = null)
    {
        if (format is null && IsoTimestamp.TryParse(text) is { } usual)
        {
            return usual;
        }
        const DateTimeStyles Styles = DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault;
        if (!Try(text, culture, format, Styles, out var value))
        {
            return null;
        }
        switch (value.Kind)
        {
            case DateTimeKind.Utc:
                return new(value, MomentKind.Utc);
            case DateTimeKind.Unspecified:
                return new(value, MomentKind.Unspecified);
            default:
                // .NET has converted it to the zone of this machine; read it again into UTC.
                const DateTimeStyles Universal = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault;
                return Try(text, culture, format, Universal, out var universal) ? new(universal, MomentKind.Offset) : null;
        }
    }

    /// <summary>Prints with a .NET format. Throws FormatException for a bad one.</summary>
    public string Format(string format, CultureInfo culture) => Kind switch
    {
        MomentKind.Offset when format != "U" => new DateTimeOffset(DateTime.SpecifyKind(Value, DateTimeKind.Unspecified), TimeSpan.Zero).ToString(format, culture),
        MomentKind.Unspecified when format != "U" && !format.Contains('z', StringComparison.Ordinal) => Value.ToString(format, culture),
        _ => DateTime.SpecifyKind(Value, DateTimeKind.Utc).ToString(format, culture),
    };

    private static bool Try(string text, CultureInfo culture, string? format, DateTimeStyles styles, out DateTime value) => format is null
        ? DateTime.TryParse(text, culture, styles, out value)
        : DateTime.TryParseExact(text, format, culture, styles, out value);
}
