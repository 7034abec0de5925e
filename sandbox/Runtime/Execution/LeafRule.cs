using B2BConnector.Runtime.Definitions;

namespace B2BConnector.Runtime.Execution;

/// <summary>Status of a block: its leaves decide; a skipped leaf is judged by what it runs after; Failed before TimedOut before Succeeded.</summary>
internal static class LeafRule
{
    public static ActionStatus StatusOf(ActionBlock block, Func<ActionDefinition, ActionStatus> status)
    {
        var result = ActionStatus.Succeeded;
        var seen = new HashSet<ActionDefinition>();
        var open = new Stack<ActionDefinition>(block.Leaves);
        while (open.TryPop(out var action))
        {
            if (!seen.Add(action))
            {
                continue;
            }

            switch (status(action))
            {
                case ActionStatus.Failed:
                    return ActionStatus.Failed;
                case ActionStatus.TimedOut:
                    result = ActionStatus.TimedOut;
                    break;
                case ActionStatus.Skipped:
                    foreach (var condition in action.RunAfter)
                    {
                        open.Push(condition.Action);
                    }

                    break;
            }
        }

        return result;
    }
}
