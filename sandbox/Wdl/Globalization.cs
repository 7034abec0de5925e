namespace B2BConnector.Wdl;

/// <summary>Whether this process knows cultures.</summary>
public static class Globalization
{
    /// <summary>
    /// True in .NET's globalization-invariant mode (setting InvariantGlobalization, or DOTNET_SYSTEM_GLOBALIZATION_INVARIANT): locale arguments
    /// fail, dates and numbers are written by the invariant culture, texts are compared by character codes.
    /// </summary>
    public static bool IsInvariant { get; } = AppContext.TryGetSwitch("System.Globalization.Invariant", out var on) ? on : IsBareName();

    /// <summary>What a program that evaluates expressions says once when it starts; null when there is nothing to say.</summary>
    public static string? Warning => IsInvariant
        ? "Cultures are not available here (globalization-invariant mode): expressions with a locale argument fail, and dates, numbers and text search follow the invariant culture."
        : null;

    /// <summary>The mode can also come from the environment; then the only culture has its own name for every name.</summary>
    private static bool IsBareName() => System.Globalization.CultureInfo.GetCultures(System.Globalization.CultureTypes.SpecificCultures).Length <= 1;
}
