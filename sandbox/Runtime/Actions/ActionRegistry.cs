using System.Collections.Frozen;
using System.Reflection;

namespace B2BConnector.Runtime.Actions;

/// <summary>All action types of this assembly, found once; two classes for one type stop the start.</summary>
internal static class ActionRegistry
{
    private static readonly FrozenDictionary<string, Type> Types = typeof(ActionRegistry).Assembly.GetTypes()
        .Select(type => (type, name: type.GetCustomAttribute<ActionTypeAttribute>()?.Type))
        .Where(entry => entry.name is not null)
        .ToFrozenDictionary(entry => entry.name!, entry => entry.type, StringComparer.OrdinalIgnoreCase);

    public static string Supported { get; } = string.Join(", ", Types.Keys.Order(StringComparer.Ordinal));

    public static IAction? Create(string type) =>
        Types.TryGetValue(type, out var found) ? (IAction)Activator.CreateInstance(found)! : null;
}
