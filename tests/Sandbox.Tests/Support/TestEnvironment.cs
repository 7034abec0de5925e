using System.Collections;
using System.Runtime.CompilerServices;

namespace B2BConnector.Sandbox.Tests.Support;

/// <summary>The environment variables that this process was started with.</summary>
internal static class TestEnvironment
{
    public static IReadOnlyDictionary<string, string?> AtStart { get; private set; } = new Dictionary<string, string?>();

    [ModuleInitializer]
    internal static void Keep() =>
        AtStart = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value);
}
