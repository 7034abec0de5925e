using System.Globalization;
using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.Recurrence;

/// <summary>
/// Reads <c>recurrence</c>: {frequency, interval, startTime, timeZone, schedule{hours, minutes, weekDays}}. The first four may be expressions
/// over parameters; the platform evaluates them once, when the workflow is loaded (Azure/logicapps issues 534 and 598: <c>evaluatedRecurrence</c>).
/// </summary>
internal static class RecurrenceReader
{
    private static readonly string[] Frequencies = ["Second", "Minute", "Hour", "Day", "Week", "Month"];

    public static RecurrenceSchedule Read(TriggerReader trigger)
    {
        var reader = new RecurrenceValues(trigger.Json.NeedObject("recurrence"), trigger.Project);
        var written = reader.NeedText("frequency");
        var frequency = Frequencies.FirstOrDefault(known => known.Equals(written, StringComparison.OrdinalIgnoreCase));
        if (frequency is null && written.Length > 0)
        {
            reader.Json.Report(RuntimeProblems.BadValue(reader.Json.PathOf("frequency"), "frequency", written, string.Join(", ", Frequencies)));
        }

        var interval = reader.NeedNumber("interval", 1, 43_200_000);
        var zone = Zone(reader);
        var start = Start(reader, zone);
        var (hours, minutes, days) = Times(reader.Json, frequency);
        reader.Json.Finish();
        return new RecurrenceSchedule(frequency ?? "Day", interval, start, zone, hours, minutes, days);
    }

    private static TimeZoneInfo Zone(RecurrenceValues reader)
    {
        var name = reader.Text("timeZone") ?? "UTC";
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        reader.Json.Report(RuntimeProblems.BadValue(reader.Json.PathOf("timeZone"), "timeZone", name, "a Windows or IANA time zone"));
        return TimeZoneInfo.Utc;
    }

    private static DateTimeOffset? Start(RecurrenceValues reader, TimeZoneInfo zone)
    {
        if (reader.Text("startTime") is not { } text)
        {
            return null;
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var start))
        {
            reader.Json.Report(RuntimeProblems.BadValue(reader.Json.PathOf("startTime"), "startTime", text, "an ISO 8601 time"));
            return null;
        }

        return start.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(start, zone.GetUtcOffset(start)) : new DateTimeOffset(start);
    }

    private static (List<int> Hours, List<int> Minutes, List<DayOfWeek> Days) Times(ObjectReader reader, string? frequency)
    {
        if (reader.Object("schedule") is not { } schedule)
        {
            return ([], [], []);
        }

        if (frequency is not ("Day" or "Week"))
        {
            reader.Report(RuntimeProblems.BadValue(schedule.Path, "schedule", frequency ?? "", "a schedule only with frequency Day or Week"));
        }

        var hours = Numbers(schedule, "hours", 23);
        var minutes = Numbers(schedule, "minutes", 59);
        var days = new List<DayOfWeek>();
        foreach (var day in schedule.Take("weekDays") as JArray ?? [])
        {
            if (Enum.TryParse<DayOfWeek>(day.ToString(), ignoreCase: true, out var known))
            {
                days.Add(known);
            }
            else
            {
                schedule.Report(RuntimeProblems.BadValue(schedule.PathOf("weekDays"), "weekDays", day.ToString(), "Monday to Sunday"));
            }
        }

        schedule.Finish();
        return (hours, minutes, days);
    }

    private static List<int> Numbers(ObjectReader schedule, string name, int maximum)
    {
        var numbers = new List<int>();
        foreach (var value in schedule.Take(name) as JArray ?? [])
        {
            if (int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= maximum)
            {
                numbers.Add(number);
            }
            else
            {
                schedule.Report(RuntimeProblems.BadValue(schedule.PathOf(name), name, value.ToString(), $"numbers from 0 to {maximum}"));
            }
        }

        return numbers;
    }
}
