using System.Text.Json.Nodes;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>What is declared is used; that what is used is declared, the loader says.</summary>
public sealed class ReferenceTests
{
    private const string Parameters = "workflows/parameters.json";
    private const string Connections = "workflows/connections.json";

    [Fact]
    public void Parameters_Declared_AreUsed() =>
        Rule.Holds(UnusedParameters(Tree.Repository), $"Nothing reads these parameters; remove them from {Parameters}:");

    [Fact]
    public void UnusedParameters_ForgottenOne_IsFound() =>
        Rule.Finds(UnusedParameters(WorkflowTree.With("{}", more: (Parameters, """{"old":{"type":"String","value":"x"}}"""))), "old");

    private static IEnumerable<string> UnusedParameters(Tree tree) =>
        Json(tree, Parameters).Select(entry => entry.Key).Except(
            WorkflowFile.All(tree).Append(new WorkflowFile(tree, Connections, Json(tree, Connections))).SelectMany(file => WorkflowFile.Arguments(file.Root, "parameters")));

    private static JsonObject Json(Tree tree, string path) => tree.HasFile(path) ? JsonNode.Parse(tree.Text(path))!.AsObject() : [];
}
