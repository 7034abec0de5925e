using System.Globalization;

namespace B2BConnector.Host.ConsolePages.Components;

/// <summary>Moments and durations as people read them. Everything is UTC.</summary>
internal static class Times
{
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public static string Full(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Fraction(DateTimeOffset at) => at.UtcDateTime.ToString(".fff", CultureInfo.InvariantCulture);

    public static string Ago(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalSeconds: < 5 } => "just now",
        { TotalSeconds: < 60 } some => $"{some.TotalSeconds:0} s ago",
        { TotalMinutes: < 60 } some => $"{Math.Floor(some.TotalMinutes):0} min ago",
        { TotalHours: < 24 } some => $"{Math.Floor(some.TotalHours):0} h ago",
        var some => $"{Math.Floor(some.TotalDays):0} d ago",
    };

    public static string Length(TimeSpan length) => length switch
    {
        { TotalMilliseconds: < 1 } => "< 1 ms",
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{length.TotalMilliseconds:0} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.0} s"),
        { TotalHours: < 1 } => $"{length.Minutes} min {length.Seconds} s",
        { TotalDays: < 1 } => $"{length.Hours} h {length.Minutes} min",
        _ => $"{length.Days} d {length.Hours} h",
    };
}
