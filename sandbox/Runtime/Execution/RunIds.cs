using System.Globalization;

namespace B2BConnector.Runtime.Execution;

/// <summary>Run ids of the platform's form: newest first when sorted, 29 digits + CU00.</summary>
internal static class RunIds
{
    public static string Next(EngineServices services)
    {
        var ticks = long.MaxValue - services.Clock.Now.UtcTicks;
        var random = BitConverter.ToUInt64(services.Options.Ids().ToByteArray(), 8) % 1_000_000_000UL;
        return string.Create(CultureInfo.InvariantCulture, $"0{ticks:D19}{random:D9}CU00");
    }
}
