using System.Collections.Frozen;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Registries;

namespace B2BConnector.Runtime.Actions;

/// <summary>All action types of this assembly, found once; two classes for one type stop the start.</summary>
internal static class ActionRegistry
{
    private static readonly FrozenDictionary<string, (Type Type, WorkflowHosts Hosts)> Types = AttributedTypes.Of<ActionTypeAttribute>(typeof(ActionRegistry).Assembly)
        .ToFrozenDictionary(entry => entry.Attribute.Type, entry => (entry.Type, entry.Attribute.Hosts), StringComparer.OrdinalIgnoreCase);

    /// <summary>The types that exist in a place.</summary>
    public static string Supported(WorkflowHosts host) =>
        string.Join(", ", Types.Where(entry => entry.Value.Hosts.HasFlag(host)).Select(entry => entry.Key).Order(StringComparer.Ordinal));

    public static IAction? Create(string type, WorkflowHosts host) =>
        Types.TryGetValue(type, out var found) && found.Hosts.HasFlag(host) ? (IAction)Activator.CreateInstance(found.Type)! : null;
}
