using System.Collections.Frozen;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Registries;

namespace B2BConnector.Runtime.Triggers;

/// <summary>All trigger types of this assembly, found once; two classes for one type stop the start.</summary>
internal static class TriggerRegistry
{
    private static readonly FrozenDictionary<string, (Type Type, WorkflowHosts Hosts)> Types = AttributedTypes.Of<TriggerTypeAttribute>(typeof(TriggerRegistry).Assembly)
        .ToFrozenDictionary(entry => entry.Attribute.Type, entry => (entry.Type, entry.Attribute.Hosts), StringComparer.OrdinalIgnoreCase);

    /// <summary>The types that exist in a place.</summary>
    public static string Supported(WorkflowHosts host) =>
        string.Join(", ", Types.Where(entry => entry.Value.Hosts.HasFlag(host)).Select(entry => entry.Key).Order(StringComparer.Ordinal));

    public static ITrigger? Create(string type, WorkflowHosts host) =>
        Types.TryGetValue(type, out var found) && found.Hosts.HasFlag(host) ? (ITrigger)Activator.CreateInstance(found.Type)! : null;
}
