using System.Xml;

namespace B2BConnector.Runtime.Definitions;

/// <summary>ISO 8601 durations as definitions write them: P1D, PT1H30M.</summary>
internal static class IsoDuration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (!text.StartsWith('P'))
        {
            return false;
        }

        try
        {
            duration = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }
}
