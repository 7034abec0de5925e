using System.Collections;
using System.Collections.Frozen;

namespace B2BConnector.Runtime.Definitions;

/// <summary>App settings: process environment first, then the host's overrides, then Values of local.settings.json.</summary>
public sealed class AppSettings
{
    // What the process was started with. Settings that the runtime itself put into the environment for scripts must not count as such.
    private static readonly FrozenDictionary<string, string> Environment = System.Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToFrozenDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<string, string> overrides;
    private readonly IReadOnlyDictionary<string, string> file;

    internal AppSettings(IReadOnlyDictionary<string, string> overrides, IReadOnlyDictionary<string, string> file)
    {
        this.overrides = overrides;
        this.file = file;
    }

    /// <summary>The value of a setting; null when no source has it.</summary>
    public string? this[string name] =>
        Environment.GetValueOrDefault(name) ?? overrides.GetValueOrDefault(name) ?? file.GetValueOrDefault(name);

    /// <summary>All settings of the overrides and the file with their effective values: what scripts and functions see as environment.</summary>
    public IReadOnlyDictionary<string, string> All =>
        overrides.Keys.Union(file.Keys).ToDictionary(name => name, name => this[name]!, StringComparer.Ordinal);

    /// <summary>Puts the settings into the process environment, as the host does for scripts and functions.</summary>
    internal void ShowAsEnvironment()
    {
        foreach (var (name, value) in All.Where(setting => !Environment.ContainsKey(setting.Key)))
        {
            System.Environment.SetEnvironmentVariable(name, value);
        }
    }
}
