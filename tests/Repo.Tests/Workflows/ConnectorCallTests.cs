using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>Calls of connectors fit their definitions: the designer cannot show an operation that the definition does not have.</summary>
public sealed class ConnectorCallTests
{
    private const string Contract = "apiDefinition.swagger.json";
    private const string Connection = "b2bconnector";

    /// <summary>The operations of the Dataverse connector as its published definition names them.</summary>
    private const string DataverseContract = "sandbox/Runtime/CloudFlows/shared_commondataserviceforapps.swagger.json";

    /// <summary>Not in the definition for cloud flows: there an unbound action has an address of its own, in a Logic App it is one of the Web API.</summary>
    private const string UnboundAction = "post /api/data/v9.1/*";

    private static readonly Regex Interpolation = new(@"@\{(?:[^{}']|'[^']*')*\}");
    private static readonly Regex Placeholder = new(@"\{[^}]*\}");

    [Fact]
    public void Calls_OfTheConnector_AreOperationsOfItsContract() =>
        Rule.Holds(Unknown(Tree.Repository, Connection, Contract), $"Method and path of these calls are not in {Contract}:");

    [Fact]
    public void Calls_OfDataverse_AreOperationsOfItsDefinition() =>
        Rule.Holds(Unknown(Tree.Repository, "commondataservice", DataverseContract), $"Method and path of these calls are not in {DataverseContract}:");


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
                more: (Contract, """{"paths":{"/prospects/{id}":{"get":{}}}}""")), Connection, Contract),
            "post /prospects/");

    private static IEnumerable<string> Unlike(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from action in workflow.Actions.Where(action => action.Type == "ApiConnection")
        let method = (string?)action.Inputs?["method"] ?? ""
        let path = (string?)action.Inputs?["path"] ?? ""
        where method != method.ToLowerInvariant() || !path.StartsWith('/')
            || Interpolation.Matches(path).Any(value => !value.Value.StartsWith("@{encodeURIComponent(", StringComparison.Ordinal))
        select $"{workflow.Path}: {method} {path}";

    private static IEnumerable<string> Unknown(Tree tree, string connection, string contract)
    {
        var operations = JsonNode.Parse(tree.Text(contract))!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key} {Placeholder.Replace(path.Key.Replace("/{connectionId}", "", StringComparison.Ordinal), "*")}"))
            .Append(contract == DataverseContract ? UnboundAction : "")
            .Where(operation => operation.Length > 0)
            .Select(operation => new Regex($"^{Regex.Escape(operation).Replace(@"\*", "[^/]+", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase))
            .ToList();

        // The designer takes version 9.2 for actions; the operations are the same.
        return from workflow in WorkflowFile.All(tree)
               from inputs in workflow.Actions.Select(action => action.Inputs).Concat(workflow.Triggers.Select(trigger => trigger.Value?["inputs"])).OfType<JsonObject>()
               where (string?)inputs["host"]?["connection"]?["referenceName"] == connection
               let call = $"{(string?)inputs["method"] ?? "post"} {(string?)inputs["path"]}"
               let plain = Interpolation.Replace(call, "*").Replace("/v9.2/", "/v9.1/", StringComparison.Ordinal)
               where !operations.Exists(operation => operation.IsMatch(plain))
               select $"{workflow.Path}: {call}";
    }
}
