namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>Bad workflows for testing the rules: one file, with what a rule needs around it.</summary>
internal static class WorkflowTree
{
    public const string Trigger = """{"start":{"type":"Request","kind":"Http","inputs":{}}}""";

    public static Tree With(string actions, string triggers = Trigger, string folder = "bad", params (string Path, string Text)[] more) =>
        OfRoot($$$"""
            {"definition":{"$schema":"https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
            "contentVersion":"1.0.0.0","triggers":{{{triggers}}},"actions":{{{actions}}},"outputs":{}},"kind":"Stateful"}
            """, folder, more);

    public static Tree OfRoot(string root, string folder = "bad", params (string Path, string Text)[] more) =>
        Tree.Of([($"workflows/{folder}/workflow.json", root), .. more]);
}
