using System.Collections.Frozen;
using System.Reflection;

namespace B2BConnector.Runtime.Triggers;

/// <summary>All trigger types of this assembly, found once; two classes for one type stop the start.</summary>
internal static class TriggerRegistry
{
    private static readonly FrozenDictionary<string, Type> Types = typeof(TriggerRegistry).Assembly.GetTypes()
        .Select(type => (type, name: type.GetCustomAttribute<TriggerTypeAttribute>()?.Type))
        .Where(entry => entry.name is not null)
        .ToFrozenDictionary(entry => entry.name!, entry => entry.type, StringComparer.OrdinalIgnoreCase);

    public static string Supported { get; } = string.Join(", ", Types.Keys.Order(StringComparer.Ordinal));

    public static ITrigger? Create(string type) =>
        Types.TryGetValue(type, out var found) ? (ITrigger)Activator.CreateInstance(found)! : null;
}
