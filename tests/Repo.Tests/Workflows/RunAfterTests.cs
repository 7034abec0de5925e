namespace B2BConnector.Repo.Tests.Workflows;

public sealed class RunAfterTests
{
    [Fact]
    public void RunAfter_OfEveryBlock_HasAStart() =>
        Rule.Holds(Parallel(Tree.Repository), "On the top level one action starts and every other names its predecessor; a second start is a forgotten runAfter:");

    [Fact]
    public void Parallel_TwoStarts_AreFound() => Rule.Finds(Parallel(WorkflowTree.With("""{"A":{},"B":{"runAfter":{}}}""")), "A, B");

    private static IEnumerable<string> Parallel(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        let starts = workflow.Actions.Where(action => action.Blocks.Count == 0 && !action.RunAfter.Any()).Select(action => action.Name).ToList()
        where starts.Count > 1
        select $"{workflow.Path}: {string.Join(", ", starts)}";
}
