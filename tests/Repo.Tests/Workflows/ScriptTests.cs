using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>Inline C# scripts fit the workflow they belong to.</summary>
public sealed class ScriptTests
{
    private static readonly Regex Reading = new(@"GetActionResults?\(""(?<name>[^""]+)""\)");

    [Fact]
    public void Scripts_All_ReadActionsOfTheirWorkflow() =>
        Rule.Holds(UnknownActions(Tree.Repository), "GetActionResults names an action of the same workflow:");

    [Fact]
    public void Scripts_All_AreUsed() =>
        Rule.Holds(Unused(Tree.Repository), "No action names these scripts in CodeFile, and no script loads them:");

    [Fact]
    public void UnknownActions_RenamedAction_IsFound() =>
        Rule.Finds(
            UnknownActions(WorkflowTree.With("""{"Get_lead":{}}""", more: ("workflows/bad/a.csx", "GetActionResults(\"Get_lead\"); GetActionResults(\"Get_row\")"))),
            "Get_row");

    [Fact]
    public void Unused_ForgottenScript_IsFound() => Rule.Finds(Unused(WorkflowTree.With("{}", more: ("workflows/bad/a.csx", ""))), "a.csx");

    private static IEnumerable<(WorkflowFile Workflow, string Path)> All(Tree tree) =>
        WorkflowFile.All(tree).SelectMany(workflow => tree.Under($"workflows/{workflow.Folder}", ".csx").Select(path => (workflow, path)));

    private static IEnumerable<string> UnknownActions(Tree tree) =>
        from script in All(tree)
        from Match match in Reading.Matches(tree.Text(script.Path))
        let name = match.Groups["name"].Value
        where script.Workflow.Actions.All(action => action.Name != name)
        select $"{script.Path}: {name}";

    private static IEnumerable<string> Unused(Tree tree) =>
        from script in All(tree)
        let file = Path.GetFileName(script.Path)
        where !WorkflowFile.Strings(script.Workflow.Root).Contains(file)
            && !All(tree).Any(other => tree.Text(other.Path).Contains($"#load \"{file}\"", StringComparison.Ordinal))
        select script.Path;
}
