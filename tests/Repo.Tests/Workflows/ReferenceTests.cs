using System.Text.Json.Nodes;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>What a workflow names exists.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Connections_Referenced_StandInConnectionsJson() =>
        Rule.Holds(UnknownConnections(Tree.Repository), "Add these connections to workflows/connections.json:");

    [Fact]
    public void Parameters_Used_StandInParametersJson() =>
        Rule.Holds(UnknownParameters(Tree.Repository), "Add these parameters to workflows/parameters.json:");

    [Fact]
    public void Parameters_Declared_AreUsed() =>
        Rule.Holds(UnusedParameters(Tree.Repository), "Nothing reads these parameters; remove them from workflows/parameters.json:");

    [Fact]
    public void Actions_Referenced_Exist() =>
        Rule.Holds(UnknownActions(Tree.Repository), "These expressions name an action, loop or variable that the workflow does not have:");

    [Fact]
    public void Scripts_Named_LieInTheWorkflowsFolder() =>
        Rule.Holds(MissingScripts(Tree.Repository), "CodeFile is a file name inside the workflow's own folder:");

    [Fact]
    public void Children_Called_Exist() =>
        Rule.Holds(MissingChildren(Tree.Repository), "A called workflow is a folder of workflows/ with a Request trigger:");

    [Fact]
    public void UnknownConnections_NoEntry_IsFound() =>
        Rule.Finds(
            UnknownConnections(WorkflowTree.With(
                """{"A":{"type":"ApiConnection","inputs":{"host":{"connection":{"referenceName":"crm"}}}}}""",
                more: ("workflows/connections.json", """{"managedApiConnections":{"b2bconnector":{}}}"""))),
            "crm");

    [Fact]
    public void UnknownParameters_NoEntry_IsFound() =>
        Rule.Finds(UnknownParameters(WorkflowTree.With("""{"A":{"type":"Compose","inputs":"a @{parameters('team')}"}}""", more: ("workflows/parameters.json", "{}"))), "team");

    [Fact]
    public void UnusedParameters_ForgottenOne_IsFound() =>
        Rule.Finds(UnusedParameters(WorkflowTree.With("{}", more: ("workflows/parameters.json", """{"old":{"type":"String","value":"x"}}"""))), "old");

    [Fact]
    public void UnknownActions_RenamedActionAndLoopAndVariable_AreFound() =>
        Rule.Finds(
            UnknownActions(WorkflowTree.With("""{"A":{"type":"Compose","inputs":["@body('B')?['x']","@items('Each')","@variables('n')","@outputs('A')"]}}""")),
            "B", "Each", "n");

    [Fact]
    public void MissingScripts_NoFile_IsFound() =>
        Rule.Finds(MissingScripts(WorkflowTree.With("""{"A":{"type":"CSharpScriptCode","inputs":{"CodeFile":"a.csx"}}}""")), "a.csx");

    [Fact]
    public void MissingChildren_NoFolder_IsFound() =>
        Rule.Finds(MissingChildren(WorkflowTree.With("""{"A":{"type":"Workflow","inputs":{"host":{"workflow":{"id":"gone"}}}}}""")), "gone");

    private static JsonObject Json(Tree tree, string path) => tree.HasFile(path) ? JsonNode.Parse(tree.Text(path))!.AsObject() : [];

    /// <summary>All files that may read parameters.</summary>
    private static IEnumerable<WorkflowFile> WithConnections(Tree tree) =>
        WorkflowFile.All(tree).Append(new WorkflowFile(tree, "workflows/connections.json", Json(tree, "workflows/connections.json")));

    private static IEnumerable<string> UnknownConnections(Tree tree)
    {
        var known = Json(tree, "workflows/connections.json").SelectMany(kind => ((JsonObject)kind.Value!).Select(entry => entry.Key)).ToHashSet();
        return from workflow in WorkflowFile.All(tree)
               from operation in workflow.Actions.Select(action => action.Inputs).Concat(workflow.Triggers.Select(trigger => trigger.Value?["inputs"]))
               let name = (string?)(operation as JsonObject)?["host"]?["connection"]?["referenceName"]
               where name is not null && !known.Contains(name)
               select $"{workflow.Path}: {name}";
    }

    private static IEnumerable<string> UnknownParameters(Tree tree)
    {
        var known = Json(tree, "workflows/parameters.json");
        return from workflow in WithConnections(tree)
               from name in WorkflowFile.Arguments(workflow.Root, "parameters")
               where !known.ContainsKey(name) && workflow.Root["definition"]?["parameters"]?[name] is null
               select $"{workflow.Path}: {name}";
    }

    private static IEnumerable<string> UnusedParameters(Tree tree) =>
        Json(tree, "workflows/parameters.json").Select(entry => entry.Key).Except(
            WithConnections(tree).SelectMany(file => WorkflowFile.Arguments(file.Root, "parameters")));

    private static IEnumerable<string> UnknownActions(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        let actions = workflow.Actions.Select(action => action.Name).ToHashSet(StringComparer.OrdinalIgnoreCase)
        let loops = workflow.Actions.Where(action => action.Type.Equals("Foreach", StringComparison.OrdinalIgnoreCase)).Select(action => action.Name)
        let variables = workflow.Actions.Where(action => action.Type == "InitializeVariable")
            .SelectMany(action => action.Inputs?["variables"]?.AsArray() ?? []).Select(variable => (string?)variable?["name"])
        from name in WorkflowFile.Arguments(workflow.Root, "body|outputs|actions|result|actionBody|actionOutputs").Except(actions, StringComparer.OrdinalIgnoreCase)
            .Concat(WorkflowFile.Arguments(workflow.Root, "items|iterationIndexes").Except(loops.Concat(actions), StringComparer.OrdinalIgnoreCase))
            .Concat(WorkflowFile.Arguments(workflow.Root, "variables").Except(variables.OfType<string>(), StringComparer.OrdinalIgnoreCase))
        select $"{workflow.Path}: {name}";

    private static IEnumerable<string> MissingScripts(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from action in workflow.Actions.Where(action => action.Type == "CSharpScriptCode")
        let file = (string?)action.Inputs?["CodeFile"] ?? ""
        where !tree.HasFile($"workflows/{workflow.Folder}/{file}")
        select $"{workflow.Path}: {action.Name} names {file}";

    private static IEnumerable<string> MissingChildren(Tree tree)
    {
        var children = WorkflowFile.All(tree)
            .Where(workflow => workflow.Triggers.Any(trigger => (string?)trigger.Value?["type"] == "Request"))
            .Select(workflow => workflow.Folder)
            .ToHashSet();
        return from workflow in WorkflowFile.All(tree)
               from action in workflow.Actions.Where(action => action.Type == "Workflow")
               let child = (string?)action.Inputs?["host"]?["workflow"]?["id"] ?? ""
               where !children.Contains(child)
               select $"{workflow.Path}: {action.Name} calls {child}";
    }
}
