using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Conversions between time zones. Windows and IANA names are accepted.</summary>
internal static class TimeZoneFunctions
{
    [WdlFunction("convertFromUtc", 2, 3, See = "ConvertFromUtc", Expects = "a timestamp as the first parameter, a target time zone as the second parameter, and an optional format string as the third parameter")]
    public static JToken ConvertFromUtc(Arguments arguments) => Timestamps.Print(arguments, Into(Timestamps.Read(arguments, 0).Value, Zone(arguments, 1)), 2);

    [WdlFunction("convertToUtc", 2, 3, See = "ConvertToUtc", Expects = "a timestamp as the first parameter, a source time zone as the second parameter, and an optional format string as the third parameter")]
    public static JToken ConvertToUtc(Arguments arguments)
    {
        var (moment, zone) = (Timestamps.Read(arguments, 0), Zone(arguments, 1));
        if (moment.Kind == MomentKind.Utc && !IsUtc(zone))
        {
            throw arguments.Fail($"expects its second parameter to be a time zone matching the time zone indicated by the timestamp. The provided value '{arguments.String(1)}' does not match.");
        }
        return Timestamps.Print(arguments, new(ToUtc(arguments, moment, zone), MomentKind.Utc), 2);
    }

    [WdlFunction("convertTimeZone", 3, 4, See = "ConvertTimeZone", Expects = "a timestamp as the first parameter, a source time zone as the second parameter, a target time zone as the third parameter, and an optional format string as the fourth parameter")]
    public static JToken ConvertTimeZone(Arguments arguments)
    {
        var (moment, source, target) = (Timestamps.Read(arguments, 0), Zone(arguments, 1), Zone(arguments, 2));
        return Timestamps.Print(arguments, Into(ToUtc(arguments, moment, source), target), 3);
    }

    private static DateTime ToUtc(Arguments arguments, Moment moment, TimeZoneInfo zone)
    {
        if (moment.Kind != MomentKind.Unspecified)
        {
            return DateTime.SpecifyKind(moment.Value, DateTimeKind.Utc);
        }
        try
        {
            return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(moment.Value, DateTimeKind.Unspecified), zone);
        }
        catch (ArgumentException error)
        {
            throw arguments.Fail($"failed: {error.Message}"); // Inferred: .NET's words for a time that the zone's clock skips.
        }
    }

    private static Moment Into(DateTime utc, TimeZoneInfo zone) => IsUtc(zone)
        ? new(DateTime.SpecifyKind(utc, DateTimeKind.Utc), MomentKind.Utc)
        : new(DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone), DateTimeKind.Unspecified), MomentKind.Unspecified);

    /// <summary>On Linux .NET takes an id for the path of a file, so that it must not lead out of the folder of the zones.</summary>
    private static bool IsName(string id) =>
        id.Length is > 0 and <= 100
        && id[0] != '/'
        && !id.Contains("..", StringComparison.Ordinal)
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '/' or '_' or '-' or '+' or '.' or ',' or '(' or ')' or '&' or '\'');

    private static bool IsUtc(TimeZoneInfo zone) => zone.Id is "UTC" or "Etc/UTC" or "Etc/GMT" or "GMT";

    private static TimeZoneInfo Zone(Arguments arguments, int index)
    {
        var id = arguments.String(index);
        return IsName(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new WdlException($"In the template language function '{arguments.Name}', the value provided for the time zone id '{id}' was not valid.");
    }
}
