using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Reads runAfter and links the actions of a block.</summary>
internal static class RunAfterReader
{
    private const int MaximumSearched = 1000;
    private static readonly ActionStatus[] Allowed = [ActionStatus.Succeeded, ActionStatus.Failed, ActionStatus.Skipped, ActionStatus.TimedOut];

    public static void Read(ActionDefinition action, ObjectReader json, IReadOnlyDictionary<string, ActionDefinition> siblings)
    {
        // null like absent: test tools that rewrite definitions leave it behind, and the platform takes it.
        if (json.Take("runAfter") is null or { Type: JTokenType.Null } || json.Object("runAfter") is not { } runAfter)
        {
            return;
        }

        var conditions = new List<RunAfterCondition>();
        foreach (var property in runAfter.Json.Properties())
        {
            var path = runAfter.PathOf(property.Name);
            var statuses = Statuses(action, property.Value, path, json);
            if (!siblings.TryGetValue(property.Name, out var other))
            {
                json.Report(RuntimeProblems.RunAfterUnknown(path, action.Name, property.Name));
                continue;
            }

            conditions.Add(new RunAfterCondition(other, statuses));
            other.Successors.Add(action);
        }

        action.RunAfter = conditions;
    }

    public static void CheckCycles(ActionBlock block, SourceProblems problems)
    {
        var left = block.Actions.ToDictionary(action => action, action => action.RunAfter.Count);
        var ready = new Queue<ActionDefinition>(block.Actions.Where(action => left[action] == 0));
        while (ready.TryDequeue(out var action))
        {
            left.Remove(action);
            foreach (var next in action.Successors.Where(left.ContainsKey))
            {
                if (--left[next] == 0)
                {
                    ready.Enqueue(next);
                }
            }
        }

        // In a file far beyond every limit, a part of a circle is enough.
        foreach (var action in left.Keys.Take(MaximumSearched).Where(ReachesItself))
        {
            problems.Add(RuntimeProblems.RunAfterCycle(action.Path + ".runAfter", action.Name));
        }
    }

    private static bool ReachesItself(ActionDefinition start)
    {
        var seen = new HashSet<ActionDefinition>();
        var open = new Stack<ActionDefinition>(start.Successors);
        while (open.TryPop(out var action))
        {
            if (action == start)
            {
                return true;
            }

            if (seen.Add(action))
            {
                foreach (var next in action.Successors)
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    private static List<ActionStatus> Statuses(ActionDefinition action, JToken json, string path, ObjectReader reader)
    {
        var statuses = new List<ActionStatus>();
        if (json is not JArray { Count: > 0 } array)
        {
            reader.Report(RuntimeProblems.RunAfterStatus(path, action.Name, json.ToString(Newtonsoft.Json.Formatting.None)));
            return statuses;
        }

        for (var i = 0; i < array.Count; i++)
        {
            if (array[i].Type == JTokenType.String
                && Enum.TryParse<ActionStatus>(array[i].Value<string>(), ignoreCase: true, out var status)
                && Allowed.Contains(status))
            {
                statuses.Add(status);
            }
            else
            {
                reader.Report(RuntimeProblems.RunAfterStatus(JsonPath.Append(path, i), action.Name, array[i].ToString()));
            }
        }

        return statuses;
    }
}
