using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace B2BConnector.Wdl.Tests.CaseFiles;

/// <summary>
/// Versions of ICU, the library whose data .NET's cultures come from: names of months, separators and the space before AM change with it.
/// </summary>
public sealed record IcuRange(int First, int Last)
{
    public static IcuRange Any { get; } = new(0, int.MaxValue);

    /// <summary>The version this process has loaded; null when its name does not say, as on Windows.</summary>
    private static int? Loaded { get; } = FindLoaded();

    /// <summary>Whether results can be compared here. Without a version they are: a difference then shows where one is missing.</summary>
    public bool Holds => Loaded is not { } version || (version >= First && version <= Last);

    /// <summary>"50-71", "72-" or "any".</summary>
    public static IcuRange Parse(string text)
    {
        if (text == "any")
        {
            return Any;
        }
        var ends = text.Split('-');
        return new(int.Parse(ends[0], CultureInfo.InvariantCulture), ends[1].Length == 0 ? int.MaxValue : int.Parse(ends[1], CultureInfo.InvariantCulture));
    }

    private static int? FindLoaded()
    {
        _ = CultureInfo.GetCultureInfo("de-DE").DateTimeFormat.MonthNames; // loads it
        return Process.GetCurrentProcess().Modules.Cast<ProcessModule>()
            .Select(m => Regex.Match(m.FileName, @"icuuc\D*(\d+)"))
            .Where(m => m.Success)
            .Select(m => (int?)int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))
            .FirstOrDefault();
    }
}
