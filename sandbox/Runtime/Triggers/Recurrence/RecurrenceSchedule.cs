namespace B2BConnector.Runtime.Triggers.Recurrence;

/// <summary>When a recurrence is due: every n units from an anchor, or at given times of given days.</summary>
/// <param name="Frequency">Second, Minute, Hour, Day, Week or Month.</param>
/// <param name="Interval">Units between two occurrences.</param>
/// <param name="StartTime">First occurrence; null = at once.</param>
/// <param name="Zone">Zone of the times of day.</param>
/// <param name="Hours">Hours of the day; empty = that of the anchor.</param>
/// <param name="Minutes">Minutes of the hour; empty = that of the anchor.</param>
/// <param name="WeekDays">Days of the week; empty = any.</param>
public sealed record RecurrenceSchedule(
    string Frequency,
    int Interval,
    DateTimeOffset? StartTime,
    TimeZoneInfo Zone,
    IReadOnlyList<int> Hours,
    IReadOnlyList<int> Minutes,
    IReadOnlyList<DayOfWeek> WeekDays)
{
    private const int SearchDays = 366 * 3;

    private bool HasTimes => Hours.Count > 0 || Minutes.Count > 0 || WeekDays.Count > 0;

    /// <summary>The first occurrence at or after a time.</summary>
    public DateTimeOffset First(DateTimeOffset now)
    {
        if (HasTimes)
        {
            return NextAtTimes((StartTime > now ? StartTime.Value : now).AddTicks(-1), StartTime ?? now);
        }

        return StartTime is { } start ? (start >= now ? start : NextFrom(start, now.AddTicks(-1))) : now;
    }

    /// <summary>The first occurrence after a time; occurrences that were missed are not made up for.</summary>
    /// <param name="last">The occurrence before.</param>
    /// <param name="now">The time.</param>
    public DateTimeOffset Next(DateTimeOffset last, DateTimeOffset now) =>
        HasTimes ? NextAtTimes(now > last ? now : last, StartTime ?? last) : NextFrom(StartTime ?? last, now > last ? now : last);

    private DateTimeOffset NextFrom(DateTimeOffset anchor, DateTimeOffset after)
    {
        if (Frequency == "Month")
        {
            var months = 0;
            while (anchor.AddMonths(months) <= after)
            {
                months += Interval;
            }

            return anchor.AddMonths(months);
        }

        var step = Frequency switch
        {
            "Second" => TimeSpan.FromSeconds(Interval),
            "Minute" => TimeSpan.FromMinutes(Interval),
            "Hour" => TimeSpan.FromHours(Interval),
            "Day" => TimeSpan.FromDays(Interval),
            _ => TimeSpan.FromDays(7 * Interval),
        };
        return anchor > after ? anchor : anchor + (step * (((after - anchor).Ticks / step.Ticks) + 1));
    }

    private DateTimeOffset NextAtTimes(DateTimeOffset after, DateTimeOffset anchor)
    {
        var first = TimeZoneInfo.ConvertTime(anchor, Zone).Date;
        var local = TimeZoneInfo.ConvertTime(anchor, Zone);
        var hours = Hours.Count > 0 ? Hours : [local.Hour];
        var minutes = Minutes.Count > 0 ? Minutes : [Hours.Count > 0 ? 0 : local.Minute];
        var day = TimeZoneInfo.ConvertTime(after, Zone).Date;
        for (var i = 0; i < SearchDays; i++, day = day.AddDays(1))
        {
            if (!IsDay(day, first))
            {
                continue;
            }

            foreach (var time in hours.Order().SelectMany(hour => minutes.Order().Select(minute => day.AddHours(hour).AddMinutes(minute))))
            {
                // A time that daylight saving leaves out is not an occurrence.
                if (!Zone.IsInvalidTime(time) && new DateTimeOffset(time, Zone.GetUtcOffset(time)) is var occurrence && occurrence > after)
                {
                    return occurrence.ToUniversalTime();
                }
            }
        }

        return DateTimeOffset.MaxValue;
    }

    private bool IsDay(DateTime day, DateTime first)
    {
        if (WeekDays.Count > 0 && !WeekDays.Contains(day.DayOfWeek))
        {
            return false;
        }

        var days = (int)(day - first).TotalDays;
        return Frequency == "Week" ? (days + ((int)first.DayOfWeek + 6) % 7) / 7 % Interval == 0 : days % Interval == 0;
    }
}
