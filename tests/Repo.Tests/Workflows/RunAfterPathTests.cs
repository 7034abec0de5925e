using System.Text.Json.Nodes;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>The platform refuses to save an expression that reads an action which may not have run yet.</summary>
public sealed class RunAfterPathTests
{
    private const string Reading = "body|outputs|actions|result|actionBody|actionOutputs";
    private static readonly string[] Inner = ["actions", "else", "cases", "default", "runAfter"];

    [Fact]
    public void Expressions_All_ReadActionsOnTheirRunAfterPath() =>
        Rule.Holds(TooEarly(Tree.Repository), "An expression reads actions on its runAfter path, or inside a block on it; add the predecessor to runAfter:");

    [Fact]
    public void Items_All_StandInsideTheirLoop() =>
        Rule.Holds(OutsideLoop(Tree.Repository), "items('Loop') is known inside that loop only:");

    [Fact]
    public void TooEarly_BranchBesideAndOwnBlock_AreFound() =>
        Rule.Finds(
            TooEarly(WorkflowTree.With("""
                {"Start":{},
                "Left":{"runAfter":{"Start":["Succeeded"]}},
                "Right":{"inputs":"@body('Left')","runAfter":{"Start":["Succeeded"]}},
                "Try":{"type":"Scope","actions":{"Get":{"inputs":"@body('Start')"},"Use":{"inputs":"@result('Try')","runAfter":{"Get":["Succeeded"]}}},"runAfter":{"Left":["Succeeded"]}},
                "Last":{"inputs":"@body('Get')","runAfter":{"Try":["Succeeded","Failed"]}}}
                """)),
            "Right reads Left", "Use reads Try");

    [Fact]
    public void TooEarly_UntilThatReadsItsBody_IsFine() =>
        Assert.Empty(TooEarly(WorkflowTree.With("""{"Wait":{"type":"Until","expression":"@equals(body('Get'),1)","actions":{"Get":{}}}}""")));

    [Fact]
    public void OutsideLoop_ItemsAfterTheLoop_IsFound() =>
        Rule.Finds(
            OutsideLoop(WorkflowTree.With("""
                {"Each":{"type":"Foreach","foreach":"@x","actions":{"In":{"inputs":"@items('Each')"}}},"Out":{"inputs":"@items('Each')","runAfter":{"Each":["Succeeded"]}}}
                """)),
            "Out reads Each");

    private static IEnumerable<string> TooEarly(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        let actions = workflow.Actions
        from action in actions
        let readable = Readable(action, actions)
        from name in WorkflowFile.Arguments(OwnPart(action), Reading)
        where !readable.Contains(name) && actions.Any(other => Same(other.Name, name))
        select $"{workflow.Path}: {action.Name} reads {name}";

    private static IEnumerable<string> OutsideLoop(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from action in workflow.Actions
        from name in WorkflowFile.Arguments(OwnPart(action), "items")
        where !action.Blocks.Any(block => Same(block.Name, name))
        select $"{workflow.Path}: {action.Name} reads {name}";

    /// <summary>What ran before the action or before a block around it, with everything inside.</summary>
    private static HashSet<string> Readable(WorkflowAction action, IReadOnlyList<WorkflowAction> actions)
    {
        var readable = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var waiting in action.Blocks.Append(action))
        {
            Add(waiting);
        }

        if (action.Type == "Until")
        {
            readable.UnionWith(action.AndInner().Skip(1).Select(inner => inner.Name));
        }

        return readable;

        void Add(WorkflowAction later)
        {
            foreach (var (name, _) in later.RunAfter)
            {
                var earlier = actions.FirstOrDefault(other => ReferenceEquals(other.Siblings, later.Siblings) && Same(other.Name, name));
                if (earlier is not null && readable.Add(earlier.Name))
                {
                    readable.UnionWith(earlier.AndInner().Select(inner => inner.Name));
                    Add(earlier);
                }
            }
        }
    }

    private static JsonArray OwnPart(WorkflowAction action) =>
        [.. action.Definition.Where(entry => !Inner.Contains(entry.Key)).Select(entry => entry.Value?.DeepClone())];

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
