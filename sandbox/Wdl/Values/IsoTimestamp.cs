namespace B2BConnector.Wdl.Values;

/// <summary>
/// Reads "2026-03-05T14:07:09", with up to seven fraction digits and with or without Z: the form nearly every timestamp has, and the same in
/// every culture. For anything else it gives null, and .NET's own parser decides.
/// </summary>
internal static class IsoTimestamp
{
    private const int SecondsEnd = 19;
    private const int MaxFraction = 7;

    public static Moment? TryParse(string text)
    {
        if (text.Length < SecondsEnd || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return null;
        }
        var (year, month, day) = ((Digits(text, 0) * 100) + Digits(text, 2), Digits(text, 5), Digits(text, 8));
        var (hour, minute, second) = (Digits(text, 11), Digits(text, 14), Digits(text, 17));
        var isDate = year is > 0 and <= 9999 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month);
        if (!isDate || Digits(text, 0) < 0 || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return null;
        }
        var end = SecondsEnd;
        var fraction = Fraction(text, ref end);
        var isUtc = end == text.Length - 1 && text[end] == 'Z';
        if (fraction < 0 || (end != text.Length && !isUtc))
        {
            return null;
        }
        var ticks = new DateTime(year, month, day, hour, minute, second).Ticks + fraction;
        return isUtc ? new(new(ticks, DateTimeKind.Utc), MomentKind.Utc) : new(new(ticks, DateTimeKind.Unspecified), MomentKind.Unspecified);
    }

    /// <summary>The number that two digits make; far below zero if they are none.</summary>
    private static int Digits(string text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return (uint)tens <= 9 && (uint)ones <= 9 ? (tens * 10) + ones : -1000;
    }

    /// <summary>Ticks below the second, -1 if the fraction has another form.</summary>
    private static long Fraction(string text, ref int end)
    {
        if (end >= text.Length || text[end] != '.')
        {
            return 0;
        }
        var (ticks, digits) = (0L, 0);
        for (end++; end < text.Length && char.IsAsciiDigit(text[end]); end++, digits++)
        {
            ticks = (ticks * 10) + (text[end] - '0');
        }
        if (digits is 0 or > MaxFraction)
        {
            return -1;
        }
        for (; digits < MaxFraction; digits++)
        {
            ticks *= 10;
        }
        return ticks;
    }
}
