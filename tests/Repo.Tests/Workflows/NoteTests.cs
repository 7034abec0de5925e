namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>What the designer does not show by itself has a note: code, loops that wait or read on, and steps that are there for what goes wrong.</summary>
public sealed class NoteTests
{
    private static readonly string[] NotObvious = ["CSharpScriptCode", "InvokeFunction", "Until"];

    [Fact]
    public void Steps_ThatAreNotObvious_HaveANote() =>
        Rule.Holds(Silent(Tree.Repository), "Add a description that says why this step is there:");

    [Fact]
    public void Silent_ScriptAndLoopAndErrorPathAndWorkflow_AreFound() =>
        Rule.Finds(
            Silent(WorkflowTree.With("""
                {"A":{"type":"CSharpScriptCode","inputs":{}},"B":{"type":"Compose","inputs":1,"runAfter":{"A":["Failed"]}},"C":{"type":"Compose","inputs":1,"runAfter":{"A":["Succeeded"]}},
                "D":{"type":"CSharpScriptCode","description":"Why.","inputs":{}},"E":{"type":"Until","expression":"@true","actions":{}}}
                """)),
            "the workflow itself", "A (CSharpScriptCode)", "B (Compose)", "E (Until)");

    private static IEnumerable<string> Silent(Tree tree)
    {
        foreach (var workflow in WorkflowFile.All(tree))
        {
            if (string.IsNullOrWhiteSpace((string?)workflow.Definition["description"]))
            {
                yield return $"{workflow.Path}: the workflow itself";
            }

            foreach (var action in workflow.Actions.Where(action => string.IsNullOrWhiteSpace((string?)action.Definition["description"]) && NeedsANote(action)))
            {
                yield return $"{workflow.Path}: {action.Name} ({action.Type})";
            }
        }
    }

    private static bool NeedsANote(WorkflowAction action) =>
        NotObvious.Contains(action.Type) || action.RunAfter.Any(after => after.Statuses.All(status => (string?)status != "Succeeded"));
}
