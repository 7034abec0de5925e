namespace B2BConnector.Runtime.Definitions;

/// <summary>
/// What an action may read: the actions on its runAfter path, with everything inside them, and those of the blocks around it. One bit for
/// each action, because every action of a long workflow can read most of the others.
/// </summary>
internal sealed class RunAfterPaths
{
    private const int Bits = 64;
    private readonly Dictionary<ActionDefinition, int> numbers = [];
    private readonly ulong[][] before;
    private readonly ulong[][] inside;

    public RunAfterPaths(WorkflowDefinition workflow)
    {
        var actions = workflow.Actions.All.ToList();
        foreach (var action in actions)
        {
            numbers[action] = numbers.Count;
        }

        var words = ((actions.Count - 1) / Bits) + 1;
        before = [.. actions.Select(_ => new ulong[words])];
        inside = [.. actions.Select(_ => new ulong[words])];
        Contain(workflow.Actions);
        var ordered = Ordered(actions);

        // Predecessors come first, so one pass is enough; circles, which are reported elsewhere, take more.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var action in ordered)
            {
                changed |= Follow(action);
            }
        }
    }

    /// <summary>Whether the other action has surely ended when the expressions of this one are evaluated.</summary>
    public bool CanRead(ActionDefinition reader, ActionDefinition other)
    {
        var bit = numbers[other];
        if (reader == other)
        {
            return false;
        }

        // The condition of an Until is evaluated after its body.
        if (reader.Type.Equals("Until", StringComparison.OrdinalIgnoreCase) && Has(inside[numbers[reader]], bit))
        {
            return true;
        }

        for (var at = reader; at is not null; at = at.Block.Owner)
        {
            if (Has(before[numbers[at]], bit))
            {
                return true;
            }
        }

        return false;
    }

    private void Contain(ActionBlock block)
    {
        foreach (var action in block.Actions)
        {
            foreach (var inner in action.Blocks)
            {
                Contain(inner);
            }

            if (block.Owner is { } owner)
            {
                Set(inside[numbers[owner]], numbers[action]);
                Add(inside[numbers[owner]], inside[numbers[action]]);
            }
        }
    }

    private bool Follow(ActionDefinition action)
    {
        var bits = before[numbers[action]];
        var changed = false;
        foreach (var condition in action.RunAfter)
        {
            var number = numbers[condition.Action];
            changed |= Set(bits, number);
            changed |= Add(bits, inside[number]);
            changed |= Add(bits, before[number]);
        }

        return changed;
    }

    private static List<ActionDefinition> Ordered(List<ActionDefinition> actions)
    {
        var ordered = new List<ActionDefinition>(actions.Count);
        var seen = new HashSet<ActionDefinition>();
        var open = new Stack<(ActionDefinition Action, bool IsDone)>();
        foreach (var start in actions)
        {
            open.Push((start, false));
            while (open.TryPop(out var top))
            {
                if (top.IsDone)
                {
                    ordered.Add(top.Action);
                }
                else if (seen.Add(top.Action))
                {
                    open.Push((top.Action, true));
                    foreach (var condition in top.Action.RunAfter)
                    {
                        open.Push((condition.Action, false));
                    }
                }
            }
        }

        return ordered;
    }

    private static bool Has(ulong[] bits, int bit) => (bits[bit / Bits] & (1UL << (bit % Bits))) != 0;

    private static bool Set(ulong[] bits, int bit)
    {
        var had = Has(bits, bit);
        bits[bit / Bits] |= 1UL << (bit % Bits);
        return !had;
    }

    private static bool Add(ulong[] bits, ulong[] more)
    {
        var changed = 0UL;
        for (var i = 0; i < bits.Length; i++)
        {
            changed |= more[i] & ~bits[i];
            bits[i] |= more[i];
        }

        return changed != 0;
    }
}
