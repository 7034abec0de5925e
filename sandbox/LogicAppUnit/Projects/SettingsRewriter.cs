using LogicAppUnit.Mocking;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Projects;

/// <summary>Changes app settings: outside addresses become those of the mocks, and what a test overrides.</summary>
internal static class SettingsRewriter
{
    /// <summary>The settings of the file.</summary>
    /// <exception cref="TestException">The file has none.</exception>
    public static JObject Values(JObject file, string name) => file["Values"] as JObject
        ?? throw new TestException($"'{name}' has no object 'Values' with the app settings.");

    public static void LeadToMocks(JObject values, IReadOnlyList<string> addresses)
    {
        foreach (var setting in values.Properties().Where(setting => addresses.Any(address => setting.Value.ToString().StartsWith(address, StringComparison.Ordinal))))
        {
            setting.Value = Uri.TryCreate(setting.Value.ToString(), UriKind.Absolute, out var address)
                ? new Uri(new Uri(MockServer.Address), address.AbsolutePath).AbsoluteUri
                : throw new TestException($"The app setting '{setting.Name}' starts with one of externalApiUrlsToMock, but '{setting.Value}' is no absolute address.");
        }
    }

    /// <summary>Settings that the file does not have are not added, as with LogicAppUnit.</summary>
    public static void Override(JObject values, IReadOnlyDictionary<string, string> overrides)
    {
        foreach (var (name, value) in overrides)
        {
            if (values.ContainsKey(name))
            {
                values[name] = value;
            }
            else
            {
                Console.WriteLine($"WARNING: the app setting '{name}' is overridden by the test, but does not exist.");
            }
        }
    }
}
