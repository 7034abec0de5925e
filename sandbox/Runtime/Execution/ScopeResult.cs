using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>result('Scope'): the direct children. In a Foreach each child once with its records as outputs, in an Until the last iteration.</summary>
internal static class ScopeResult
{
    public static JArray Of(LiveRun run, ActionDefinition scope, IterationPath path)
    {
        var result = new JArray();
        var isForeach = scope.Type.Equals("Foreach", StringComparison.OrdinalIgnoreCase);
        var isUntil = scope.Type.Equals("Until", StringComparison.OrdinalIgnoreCase);
        foreach (var child in scope.Blocks.SelectMany(block => block.Actions))
        {
            if (!isForeach && !isUntil)
            {
                Add(result, run.Find(child, path)?.View);
                continue;
            }

            var records = Repetitions(run, child, path);
            if (records.Count > 0)
            {
                result.Add(isForeach ? Merge(records) : LastOf(records));
            }
        }

        return result;
    }

    private static void Add(JArray result, JObject? view)
    {
        if (view is not null)
        {
            result.Add(view.DeepClone());
        }
    }

    private static List<ActionRecord> Repetitions(LiveRun run, ActionDefinition child, IterationPath path)
    {
        var depth = child.Loops.Count;
        return [.. run.Records
            .Where(record => !record.IsIteration && record.Name.Equals(child.Name, StringComparison.OrdinalIgnoreCase)
                && LoopView.IsBelow(record.Path, path.Key) && record.Path.Count(c => c == '-') == depth - 1)
            .OrderBy(record => record.Path, StringComparer.Ordinal)];
    }

    private static JObject LastOf(List<ActionRecord> records)
    {
        var view = (JObject)records[^1].View.DeepClone();
        view["repetitionCount"] = records.Count;
        return view;
    }

    private static JObject Merge(List<ActionRecord> records)
    {
        var worst = records.MaxBy(record => record.Status switch
        {
            ActionStatus.Failed => 4,
            ActionStatus.TimedOut => 3,
            ActionStatus.Cancelled => 2,
            ActionStatus.Succeeded => 1,
            _ => 0,
        })!;
        var view = (JObject)worst.View.DeepClone();
        view.Remove("inputs");
        view["outputs"] = new JArray(records.Select(record => record.View.DeepClone()));
        view["repetitionCount"] = records.Count;
        return view;
    }
}
