using System.Globalization;
using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>The iterations around an action that executes; the root path has none.</summary>
internal sealed class IterationPath
{
    private IterationPath(IterationPath? outer, ActionDefinition? loop, int index, JToken? item)
    {
        Outer = outer;
        Loop = loop;
        Index = index;
        Item = item;
        Depth = outer is null ? 0 : outer.Depth + 1;
        Key = outer is null ? "" : outer.Depth == 0 ? Digits(index) : $"{outer.Key}-{Digits(index)}";
    }

    public static IterationPath Root { get; } = new(null, null, 0, null);

    public IterationPath? Outer { get; }

    public ActionDefinition? Loop { get; }

    public int Index { get; }

    /// <summary>The item of a Foreach; null in an Until.</summary>
    public JToken? Item { get; }

    public int Depth { get; }

    /// <summary>The repetition name of the run history: "000003-000000".</summary>
    public string Key { get; }

    public IterationPath Push(ActionDefinition loop, int index, JToken? item) => new(this, loop, index, item);

    /// <summary>The part of the path that an action shares, seen from inside this path: its own loops only.</summary>
    public IterationPath CommonWith(ActionDefinition action)
    {
        var path = this;
        while (path.Outer is not null && !action.Loops.Contains(path.Loop!))
        {
            path = path.Outer;
        }

        return path;
    }

    /// <summary>The innermost place that belongs to the named loop.</summary>
    public IterationPath? Find(string loop)
    {
        for (var path = this; path.Outer is not null; path = path.Outer)
        {
            if (path.Loop!.Name.Equals(loop, StringComparison.OrdinalIgnoreCase))
            {
                return path;
            }
        }

        return null;
    }

    private static string Digits(int index) => index.ToString("D6", CultureInfo.InvariantCulture);
}
