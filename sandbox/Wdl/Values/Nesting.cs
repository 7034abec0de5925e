using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Values;

/// <summary>
/// Keeps values flat enough for code that walks them recursively. Values enter a run only as results of templates,
/// so checking there bounds every later walk, however often a loop wraps a variable into itself.
/// </summary>
internal static class Nesting
{
    /// <summary>Objects and arrays inside each other.</summary>
    public const int MaxDepth = 256;

    /// <summary>Throws when the value is nested too deeply. Needs no recursion itself.</summary>
    public static void Check(JToken value)
    {
        var waiting = new Stack<(JToken Token, int Depth)>();
        waiting.Push((value, 1));
        while (waiting.TryPop(out var item))
        {
            if (item.Depth > MaxDepth)
            {
                throw new WdlException($"The value nests more than {MaxDepth} objects and arrays.");
            }
            foreach (var child in item.Token.Children())
            {
                var content = child is JProperty property ? property.Value : child;
                if (content is JContainer)
                {
                    waiting.Push((content, item.Depth + 1));
                }
            }
        }
    }
}
