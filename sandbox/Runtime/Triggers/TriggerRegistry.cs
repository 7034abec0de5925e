using System.Collections.Frozen;
using B2BConnector.Runtime.Registries;

namespace B2BConnector.Runtime.Triggers;

/// <summary>All trigger types of this assembly, found once; two classes for one type stop the start.</summary>
internal static class TriggerRegistry
{
    private static readonly FrozenDictionary<string, Type> Types = AttributedTypes.Of<TriggerTypeAttribute>(typeof(TriggerRegistry).Assembly)
        .ToFrozenDictionary(entry => entry.Attribute.Type, entry => entry.Type, StringComparer.OrdinalIgnoreCase);

    public static string Supported { get; } = string.Join(", ", Types.Keys.Order(StringComparer.Ordinal));

    public static ITrigger? Create(string type) =>
        Types.TryGetValue(type, out var found) ? (ITrigger)Activator.CreateInstance(found)! : null;
}
