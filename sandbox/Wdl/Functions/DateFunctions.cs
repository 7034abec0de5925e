using System.Globalization;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Timestamps: reading, printing, arithmetic. Seven fraction digits unless a format says otherwise.</summary>
internal static class DateFunctions
{
    private const string Timestamp = "a single parameter that is a timestamp";
    private const string TimestampAndFormat = "a timestamp as the first parameter and an optional format string as the second parameter";
    private const string OptionalFormat = ", and an optional format string as the third parameter";
    private const string ShiftParameters = "a timestamp as the first parameter, an interval as the second parameter, a time unit as the third parameter, and an optional format string as the fourth parameter";
    private const string FromNowParameters = "an interval as the first parameter, a time unit as the second parameter" + OptionalFormat;

    [WdlFunction("utcNow", 0, 1, See = "utcnow", Expects = "can be invoked with no parameters or with an optional format parameter")]
    public static JToken UtcNow(Arguments arguments) => Timestamps.Print(arguments, Now(arguments), 0);

    [WdlFunction("formatDateTime", 1, 3, See = "formatdatetime", Expects = "a timestamp as the first parameter, an optional format string as the second parameter and an optional locale as the third parameter")]
    public static JToken FormatDateTime(Arguments arguments) => Timestamps.Print(arguments, Timestamps.Read(arguments, 0), 1, Cultures.Of(arguments, 2));

    [WdlFunction("parseDateTime", 1, 3, See = "parsedatetime", Expects = "a timestamp as the first parameter, an optional locale string as the second parameter" + OptionalFormat)]
    public static JToken ParseDateTime(Arguments arguments) =>
        Timestamps.Print(arguments, Timestamps.Read(arguments, 0, Cultures.Of(arguments, 1), arguments.OptionalString(2)), arguments.Count);

    [WdlFunction("addSeconds", 2, 3, See = "addseconds", Expects = "a timestamp as the first parameter, the number of seconds to add as the second parameter" + OptionalFormat)]
    public static JToken AddSeconds(Arguments arguments) => Add(arguments, "Second");

    [WdlFunction("addMinutes", 2, 3, See = "addminutes", Expects = "a timestamp as the first parameter, the number of minutes to add as the second parameter" + OptionalFormat)]
    public static JToken AddMinutes(Arguments arguments) => Add(arguments, "Minute");

    [WdlFunction("addHours", 2, 3, See = "addhours", Expects = "a timestamp as the first parameter, the number of hours to add as the second parameter" + OptionalFormat)]
    public static JToken AddHours(Arguments arguments) => Add(arguments, "Hour");

    [WdlFunction("addDays", 2, 3, See = "adddays", Expects = "a timestamp as the first parameter, the number of days to add as the second parameter" + OptionalFormat)]
    public static JToken AddDays(Arguments arguments) => Add(arguments, "Day");

    [WdlFunction("addToTime", 3, 4, See = "AddToTime", Expects = ShiftParameters)]
    public static JToken AddToTime(Arguments arguments) =>
        Timestamps.Print(arguments, Timestamps.Shift(arguments, Timestamps.Read(arguments, 0), arguments.Integer(1), arguments.String(2)), 3);

    [WdlFunction("subtractFromTime", 3, 4, See = "SubtractFromTime", Expects = ShiftParameters)]
    public static JToken SubtractFromTime(Arguments arguments) =>
        Timestamps.Print(arguments, Timestamps.Shift(arguments, Timestamps.Read(arguments, 0), Negative(arguments.Integer(1)), arguments.String(2)), 3);

    [WdlFunction("getFutureTime", 2, 3, See = "GetFutureTime", Expects = FromNowParameters)]
    public static JToken GetFutureTime(Arguments arguments) =>
        Timestamps.Print(arguments, Timestamps.Shift(arguments, Now(arguments), arguments.Integer(0), arguments.String(1)), 2);

    [WdlFunction("getPastTime", 2, 3, See = "GetPastTime", Expects = FromNowParameters)]
    public static JToken GetPastTime(Arguments arguments) =>
        Timestamps.Print(arguments, Timestamps.Shift(arguments, Now(arguments), Negative(arguments.Integer(0)), arguments.String(1)), 2);

    [WdlFunction("startOfHour", 1, 2, See = "startofhour", Expects = TimestampAndFormat)]
    public static JToken StartOfHour(Arguments arguments) => StartOf(arguments, t => t.Date.AddHours(t.Hour));

    [WdlFunction("startOfDay", 1, 2, See = "startofday", Expects = TimestampAndFormat)]
    public static JToken StartOfDay(Arguments arguments) => StartOf(arguments, t => t.Date);

    [WdlFunction("startOfMonth", 1, 2, See = "startofmonth", Expects = TimestampAndFormat)]
    public static JToken StartOfMonth(Arguments arguments) => StartOf(arguments, t => t.Date.AddDays(1 - t.Day));

    /// <summary>Sunday is 0.</summary>
    [WdlFunction("dayOfWeek", 1, See = "dayofweek", Expects = Timestamp)]
    public static JToken DayOfWeek(Arguments arguments) => Tokens.Of((long)Timestamps.Read(arguments, 0).Value.DayOfWeek);

    [WdlFunction("dayOfMonth", 1, See = "dayofmonth", Expects = Timestamp)]
    public static JToken DayOfMonth(Arguments arguments) => Tokens.Of((long)Timestamps.Read(arguments, 0).Value.Day);

    [WdlFunction("dayOfYear", 1, See = "dayofyear", Expects = Timestamp)]
    public static JToken DayOfYear(Arguments arguments) => Tokens.Of((long)Timestamps.Read(arguments, 0).Value.DayOfYear);

    /// <summary>100-nanosecond steps since the year 1.</summary>
    [WdlFunction("ticks", 1, Expects = Timestamp)]
    public static JToken Ticks(Arguments arguments) => Tokens.Of(Timestamps.Read(arguments, 0).Value.Ticks);

    /// <summary>Second minus first, as .NET writes a time span: "1268.00:00:00".</summary>
    [WdlFunction("dateDifference", 2, See = "", Expects = "a timestamp as the first parameter and timestamp as the second parameter")]
    public static JToken DateDifference(Arguments arguments) =>
        Tokens.Of((Timestamps.Read(arguments, 1).Value - Timestamps.Read(arguments, 0).Value).ToString("c", CultureInfo.InvariantCulture));

    /// <summary>Inferred: TimeSpan.Parse and TimeSpan.ToString. The culture is the invariant one unless given (the designer's description).</summary>
    [WdlFunction("formatTimeSpan", 2, 3)]
    public static JToken FormatTimeSpan(Arguments arguments)
    {
        var culture = Cultures.Of(arguments, 2) ?? CultureInfo.InvariantCulture;
        if (!TimeSpan.TryParse(arguments.String(0), culture, out var span))
        {
            throw arguments.FailWithHelp($"expects its first parameter to be a time span. The provided value '{arguments.String(0)}' is not valid.");
        }
        try
        {
            return Tokens.Of(span.ToString(arguments.String(1), culture));
        }
        catch (FormatException)
        {
            throw arguments.FailWithHelp($"expects its second parameter to be a time span format. The provided value '{arguments.String(1)}' is not valid.");
        }
    }

    private static Moment Now(Arguments arguments) => Moment.FromUtc(arguments.Context.Time.GetUtcNow());

    private static JValue Add(Arguments arguments, string unit) =>
        Timestamps.Print(arguments, Timestamps.Shift(arguments, Timestamps.Read(arguments, 0), arguments.Integer(1), unit), 2);

    private static JValue StartOf(Arguments arguments, Func<DateTime, DateTime> cut)
    {
        var moment = Timestamps.Read(arguments, 0);
        return Timestamps.Print(arguments, moment with { Value = DateTime.SpecifyKind(cut(moment.Value), moment.Value.Kind) }, 1);
    }

    private static long Negative(long interval) => interval == long.MinValue ? long.MaxValue : -interval;
}
