namespace B2BConnector.Repo.Tests.Workflows;

public sealed class RunAfterTests
{
    private static readonly string[] Statuses = ["Succeeded", "Failed", "Skipped", "TimedOut"];

    [Fact]
    public void RunAfter_All_NameSiblingsAndStatuses() =>
        Rule.Holds(Unknown(Tree.Repository), "runAfter names actions of the same block, each with one or more of Succeeded, Failed, Skipped, TimedOut:");

    [Fact]
    public void RunAfter_Orders_AreAcyclic() => Rule.Holds(Cycles(Tree.Repository), "These actions wait for each other:");

    [Fact]
    public void RunAfter_OfEveryBlock_HasAStart() =>
        Rule.Holds(Parallel(Tree.Repository), "On the top level one action starts and every other names its predecessor; a second start is a forgotten runAfter:");

    [Fact]
    public void Unknown_ForeignActionAndStatus_AreFound() =>
        Rule.Finds(
            Unknown(WorkflowTree.With("""{"A":{"type":"Scope","actions":{"B":{}}},"C":{"runAfter":{"B":["Succeeded"],"A":["Done"]}},"D":{"runAfter":{"A":[]}}}""")),
            "C after B", "C after A", "D after A");

    [Fact]
    public void Cycles_TwoActionsThatWaitForEachOther_AreFound() =>
        Rule.Finds(Cycles(WorkflowTree.With("""{"S":{},"A":{"runAfter":{"B":["Succeeded"]}},"B":{"runAfter":{"A":["Succeeded"]}}}""")), "A, B");

    [Fact]
    public void Parallel_TwoStarts_AreFound() => Rule.Finds(Parallel(WorkflowTree.With("""{"A":{},"B":{"runAfter":{}}}""")), "A, B");

    private static IEnumerable<string> Unknown(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from action in workflow.Actions
        from predecessor in action.RunAfter
        where !action.Siblings.ContainsKey(predecessor.Predecessor)
            || predecessor.Statuses.Count == 0
            || predecessor.Statuses.Any(status => !Statuses.Contains((string?)status))
        select $"{workflow.Path}: {action.Name} after {predecessor.Predecessor}";

    private static IEnumerable<string> Cycles(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from block in workflow.Actions.GroupBy(action => action.Siblings)
        let waiting = Waiting([.. block])
        where waiting.Count > 0
        select $"{workflow.Path}: {string.Join(", ", waiting.Order())}";

    private static HashSet<string> Waiting(List<WorkflowAction> block)
    {
        var waiting = block.ToDictionary(action => action.Name, action => action.RunAfter.Select(entry => entry.Predecessor).ToList());
        while (waiting.FirstOrDefault(entry => !entry.Value.Any(waiting.ContainsKey)).Key is { } ready)
        {
            waiting.Remove(ready);
        }

        return [.. waiting.Keys];
    }

    private static IEnumerable<string> Parallel(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        let starts = workflow.Actions.Where(action => action.Blocks.Count == 0 && !action.RunAfter.Any()).Select(action => action.Name).ToList()
        where starts.Count > 1
        select $"{workflow.Path}: {string.Join(", ", starts)}";
}
