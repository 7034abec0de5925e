using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>Calls of our connector fit its contract: the designer cannot show an operation that the contract does not have.</summary>
public sealed class ConnectorCallTests
{
    private const string Contract = "apiDefinition.swagger.json";
    private const string Connection = "b2bconnector";
    private static readonly Regex Interpolation = new(@"@\{(?:[^{}']|'[^']*')*\}");
    private static readonly Regex Placeholder = new(@"\{[^}]*\}");

    [Fact]
    public void Calls_OfTheConnector_AreOperationsOfItsContract() =>
        Rule.Holds(Unknown(Tree.Repository), $"Method and path of these calls are not in {Contract}:");

    [Fact]
    public void Calls_Paths_AreWrittenAsTheDesignerDoes() =>
        Rule.Holds(Unlike(Tree.Repository), "method is lower case, path starts with / and every value in it is encoded with encodeURIComponent:");

    [Fact]
    public void Unlike_PlainValueAndUpperCaseMethod_AreFound() =>
        Rule.Finds(
            Unlike(WorkflowTree.With("""
                {"A":{"type":"ApiConnection","inputs":{"method":"GET","path":"/a"}},"B":{"type":"ApiConnection","inputs":{"method":"get","path":"/a/@{body('X')}"}},
                "C":{"type":"ApiConnection","inputs":{"method":"get","path":"/a/@{encodeURIComponent(body('X'))}"}}}
                """)),
            "GET /a", "get /a/@{body('X')}");

    [Fact]
    public void Unknown_WrongPath_IsFound() =>
        Rule.Finds(
            Unknown(WorkflowTree.With(
                """
                {"Good":{"type":"ApiConnection","inputs":{"host":{"connection":{"referenceName":"b2bconnector"}},"method":"get","path":"/prospects/@{encodeURIComponent(body('X')?['a'])}"}},
                "Bad":{"type":"ApiConnection","inputs":{"host":{"connection":{"referenceName":"b2bconnector"}},"method":"post","path":"/prospects/@{1}"}}}
                """,
                more: (Contract, """{"paths":{"/prospects/{id}":{"get":{}}}}"""))),
            "post /prospects/");

    private static IEnumerable<string> Unlike(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from action in workflow.Actions.Where(action => action.Type == "ApiConnection")
        let method = (string?)action.Inputs?["method"] ?? ""
        let path = (string?)action.Inputs?["path"] ?? ""
        where method != method.ToLowerInvariant() || !path.StartsWith('/')
            || Interpolation.Matches(path).Any(value => !value.Value.StartsWith("@{encodeURIComponent(", StringComparison.Ordinal))
        select $"{workflow.Path}: {method} {path}";

    private static IEnumerable<string> Unknown(Tree tree)
    {
        if (!tree.HasFile(Contract))
        {
            return [];
        }

        var operations = JsonNode.Parse(tree.Text(Contract))!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key} {Placeholder.Replace(path.Key, "*")}"))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from workflow in WorkflowFile.All(tree)
               from inputs in workflow.Actions.Select(action => action.Inputs).Concat(workflow.Triggers.Select(trigger => trigger.Value?["inputs"])).OfType<JsonObject>()
               where (string?)inputs["host"]?["connection"]?["referenceName"] == Connection
               let call = $"{(string?)inputs["method"] ?? "post"} {(string?)inputs["path"]}"
               where !operations.Contains(Interpolation.Replace(call, "*"))
               select $"{workflow.Path}: {call}";
    }
}
