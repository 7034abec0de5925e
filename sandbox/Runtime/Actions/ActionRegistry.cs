using System.Collections.Frozen;
using B2BConnector.Runtime.Registries;

namespace B2BConnector.Runtime.Actions;

/// <summary>All action types of this assembly, found once; two classes for one type stop the start.</summary>
internal static class ActionRegistry
{
    private static readonly FrozenDictionary<string, Type> Types = AttributedTypes.Of<ActionTypeAttribute>(typeof(ActionRegistry).Assembly)
        .ToFrozenDictionary(entry => entry.Attribute.Type, entry => entry.Type, StringComparer.OrdinalIgnoreCase);

    public static string Supported { get; } = string.Join(", ", Types.Keys.Order(StringComparer.Ordinal));

    public static IAction? Create(string type) =>
        Types.TryGetValue(type, out var found) ? (IAction)Activator.CreateInstance(found)! : null;
}
