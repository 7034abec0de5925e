using System.Globalization;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Reads timestamp arguments, shifts and prints them.</summary>
internal static class Timestamps
{
    private const string RoundTrip = "o";

    public static Moment Read(Arguments arguments, int index, CultureInfo? culture = null, string? format = null)
    {
        if (arguments[index].Type != JTokenType.String)
        {
            throw arguments.WrongType(index, "a string that contains the time");
        }
        var text = arguments.String(index);
        return Moment.TryParse(text, culture ?? Cultures.Default, format)
            ?? throw new WdlException($"In function '{arguments.Name}', the value provided for date time string '{text}' was not valid. The datetime string must match ISO 8601 format.");
    }

    public static JValue Print(Arguments arguments, Moment moment, int formatIndex, CultureInfo? culture = null)
    {
        var format = arguments.OptionalString(formatIndex);
        try
        {
            return new(moment.Format(string.IsNullOrEmpty(format) ? RoundTrip : format, culture ?? Cultures.Default));
        }
        catch (FormatException)
        {
            throw arguments.FailWithHelp($"expects a valid format string. The provided date time format '{format}' is not valid."); // Inferred text.
        }
    }

    /// <summary>Second, Minute, Hour, Day, Week, Month or Year, in any casing. Months end where the calendar ends.</summary>
    public static Moment Shift(Arguments arguments, Moment moment, long interval, string unit)
    {
        try
        {
            var value = unit.ToUpperInvariant() switch
            {
                "SECOND" => moment.Value.AddTicks(checked(interval * TimeSpan.TicksPerSecond)),
                "MINUTE" => moment.Value.AddTicks(checked(interval * TimeSpan.TicksPerMinute)),
                "HOUR" => moment.Value.AddTicks(checked(interval * TimeSpan.TicksPerHour)),
                "DAY" => moment.Value.AddTicks(checked(interval * TimeSpan.TicksPerDay)),
                "WEEK" => moment.Value.AddTicks(checked(interval * 7 * TimeSpan.TicksPerDay)),
                "MONTH" => moment.Value.AddMonths(checked((int)interval)),
                "YEAR" => moment.Value.AddYears(checked((int)interval)),
                _ => throw arguments.FailWithHelp($"expects a time unit of 'Second', 'Minute', 'Hour', 'Day', 'Week', 'Month' or 'Year'. The provided value '{unit}' is not valid."), // Inferred text.
            };
            return moment with { Value = value };
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException)
        {
            throw arguments.FailWithHelp("failed: the added or subtracted value results in an un-representable DateTime."); // Inferred: .NET's words.
        }
    }
}
