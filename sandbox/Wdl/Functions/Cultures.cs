using System.Globalization;

namespace B2BConnector.Wdl.Functions;

/// <summary>Reads a locale argument.</summary>
internal static class Cultures
{
    /// <summary>The platform's default. Without culture data there is only the invariant culture, which <see cref="Globalization"/> tells the user.</summary>
    public static CultureInfo Default { get; } = Globalization.IsInvariant ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo("en-US");

    /// <summary>The culture named by the argument; null when it is absent. "" is the invariant culture.</summary>
    public static CultureInfo? Of(Arguments arguments, int index)
    {
        if (arguments.OptionalString(index) is not { } name)
        {
            return null;
        }
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            // Inferred: the platform's sentence was not recorded.
            throw arguments.FailWithHelp($"expects a valid locale. The provided value '{name}' is not a known locale.");
        }
    }
}
