using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>The shape that designer and platform accept.</summary>
public sealed class WorkflowShapeTests
{
    private const string Schema = "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#";
    private const int LongestFolder = 32;
    private const int LongestName = 80;
    private const int MostTopLevel = 12;
    private const int Deepest = 8;
    private static readonly Regex FolderName = new("^[a-z][a-z0-9]*(-[a-z0-9]+)*$");
    private static readonly Regex ActionName = new("^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$");

    [Fact]
    public void Folders_Names_AreShortAndKebabCase() =>
        Rule.Holds(BadFolders(Tree.Repository), $"Name workflow folders in kebab-case, {LongestFolder} characters at most (Azure truncates longer ones):");

    [Fact]
    public void Roots_All_HoldDefinitionAndKind() =>
        Rule.Holds(BadRoots(Tree.Repository), "The root holds exactly definition (schema 2016-06-01, contentVersion 1.0.0.0, triggers, actions, outputs) and kind:");

    [Fact]
    public void Actions_Names_AreUniqueIntentions() =>
        Rule.Holds(BadNames(Tree.Repository), $"Name actions Like_this, {LongestName} characters at most, unique in the whole workflow whatever their case:");

    [Fact]
    public void Workflows_All_AreSmallEnoughToRead() =>
        Rule.Holds(TooBig(Tree.Repository), $"At most {MostTopLevel} actions on the top level and {Deepest} levels: group in scopes or move work into a child workflow:");

    [Fact]
    public void BadFolders_LongOrUpperCase_IsFound() =>
        Rule.Finds(
            BadFolders(WorkflowTree.With("{}", folder: "a-workflow-with-a-name-of-33-char")).Concat(BadFolders(WorkflowTree.With("{}", folder: "CreateLead"))),
            "33-char", "CreateLead");

    [Fact]
    public void BadRoots_ExtraEntryAndNoKind_AreFound() =>
        Rule.Finds(BadRoots(WorkflowTree.OfRoot("""{"definition":{"$schema":"x","contentVersion":"1.0.0.0"},"note":1}""")), "note", "kind", "$schema", "outputs");

    [Fact]
    public void BadNames_TwinsInDifferentBlocks_AreFound() =>
        Rule.Finds(BadNames(WorkflowTree.With("""{"Try":{"type":"Scope","actions":{"Get_it":{},"do it":{}}},"GET_IT":{}}""")), "GET_IT", "do it");

    [Fact]
    public void TooBig_ThirteenActions_IsFound() =>
        Rule.Finds(TooBig(WorkflowTree.With($"{{{string.Join(',', Enumerable.Range(1, 13).Select(number => $"\"A{number}\":{{}}"))}}}")), "13 actions");

    private static IEnumerable<string> BadFolders(Tree tree) =>
        WorkflowFile.All(tree).Select(workflow => workflow.Folder).Where(folder => folder.Length > LongestFolder || !FolderName.IsMatch(folder));

    private static IEnumerable<string> BadRoots(Tree tree)
    {
        foreach (var workflow in WorkflowFile.All(tree))
        {
            foreach (var extra in workflow.Root.Select(entry => entry.Key).Except(["definition", "kind"]))
            {
                yield return $"{workflow.Path}: {extra} does not belong into the root";
            }

            if ((string?)workflow.Root["kind"] is not ("Stateful" or "Stateless"))
            {
                yield return $"{workflow.Path}: kind is Stateful or Stateless";
            }

            if ((string?)workflow.Definition["$schema"] != Schema || (string?)workflow.Definition["contentVersion"] != "1.0.0.0")
            {
                yield return $"{workflow.Path}: $schema or contentVersion";
            }

            if (workflow.Definition["outputs"] is null)
            {
                yield return $"{workflow.Path}: outputs is missing";
            }
        }
    }

    private static IEnumerable<string> BadNames(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from twins in workflow.Actions.GroupBy(action => action.Name, StringComparer.OrdinalIgnoreCase)
        where twins.Count() > 1 || twins.Key.Length > LongestName || !ActionName.IsMatch(twins.Key)
        select $"{workflow.Path}: {string.Join(", ", twins.Select(action => action.Name))}";

    private static IEnumerable<string> TooBig(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        let deepest = workflow.Actions.Select(action => action.Blocks.Count).DefaultIfEmpty().Max()
        where workflow.TopLevel.Count > MostTopLevel || deepest > Deepest
        select $"{workflow.Path}: {workflow.TopLevel.Count} actions on the top level, {deepest} levels";
}
