using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>
/// How an action inside a loop looks from outside: in an Until its last iteration; in a Foreach one record whose outputs are
/// the array of all iterations' outputs (Inferred for reading outside of result()).
/// </summary>
internal static class LoopView
{
    public static JObject? Of(LiveRun run, ActionDefinition action, IterationPath common)
    {
        var records = run.Records
            .Where(record => !record.IsIteration && record.Name.Equals(action.Name, StringComparison.OrdinalIgnoreCase) && IsBelow(record.Path, common.Key))
            .OrderBy(record => record.Path, StringComparer.Ordinal)
            .ToList();
        if (records.Count == 0)
        {
            return null;
        }

        if (action.Loops.Skip(common.Depth).All(loop => loop.Type.Equals("Until", StringComparison.OrdinalIgnoreCase)))
        {
            return records[^1].View;
        }

        var view = (JObject)records[^1].View.DeepClone();
        view["outputs"] = new JArray(records.Select(record => record.Outputs ?? JValue.CreateNull()));
        return view;
    }

    public static bool IsBelow(string path, string prefix) =>
        prefix.Length == 0 || (path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] == '-'));
}
