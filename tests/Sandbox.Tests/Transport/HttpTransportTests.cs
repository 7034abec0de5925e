using B2BConnector.Host.Transport;
using B2BConnector.Sandbox.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Sandbox.Tests.Transport;

/// <summary>What the variant of the workflows for plain HTTP keeps and what it changes.</summary>
public sealed class HttpTransportTests
{
    private static readonly LogicAppFiles Managed = HttpWorkflows.Managed();
    private static readonly LogicAppFiles Http = HttpWorkflows.Of(Managed);

    [Fact]
    public void Rewrite_OurWorkflows_ChangesTypesAndInputsOfCallsOnly()
    {
        var calls = 0;
        foreach (var path in Workflows(Managed))
        {
            var (before, after) = (Managed.Text(path), Http.Text(path));
            var (managed, http) = (Operations(JObject.Parse(before)), Operations(JObject.Parse(after)));
            Assert.Equal(managed.Select(operation => operation.Path), http.Select(operation => operation.Path));
            foreach (var (old, made) in managed.Zip(http))
            {
                calls += Is(old, "ApiConnection", "ApiConnectionWebhook") ? 1 : 0;
                Assert.Equal((string?)old["type"] switch { "ApiConnection" => "Http", "ApiConnectionWebhook" => "HttpWebhook", var other => other }, (string?)made["type"]);
                Assert.Equal(Frame(old), Frame(made));
                Assert.True(Is(old, "ApiConnection", "ApiConnectionWebhook") || JToken.DeepEquals(old["inputs"], made["inputs"]), old.Path);
            }
        }

        Assert.True(calls >= 45, $"Only {calls} calls were looked at.");
    }

    [Fact]
    public void Rewrite_OurWorkflows_EveryCallIsTheSameRequest()
    {
        foreach (var path in Workflows(Managed))
        {
            foreach (var (old, made) in Operations(JObject.Parse(Managed.Text(path))).Zip(Operations(JObject.Parse(Http.Text(path)))).Where(pair => Is(pair.First, "ApiConnection")))
            {
                var (before, after) = ((JObject)old["inputs"]!, (JObject)made["inputs"]!);
                var dataverse = (string?)before["host"]!["connection"]!["referenceName"] == "commondataservice";
                Assert.Equal(((string)before["method"]!).ToUpperInvariant(), (string?)after["method"]);
                Assert.StartsWith(dataverse ? "@{parameters('dataverseUrl')}/api/data/v9." : "@{parameters('connectorUrl')}/", (string?)after["uri"], StringComparison.Ordinal);
                Assert.DoesNotContain("encodeURIComponent(encodeURIComponent(", (string)after["uri"]!, StringComparison.Ordinal);
                Assert.All(["queries", "body", "retryPolicy"], name => Assert.True(JToken.DeepEquals(before[name], after[name]), $"{made.Path}.{name}"));
                var headers = (before["headers"] as JObject ?? []).Properties().Where(header => header.Name != "organization").Select(header => (header.Name, (string?)header.Value));
                Assert.Equal(headers, (after["headers"] as JObject ?? []).Properties().Select(header => (header.Name, (string?)header.Value)));
                Assert.Equal(("ManagedServiceIdentity", dataverse ? "@parameters('dataverseUrl')" : "@parameters('connectorAudience')"), ((string?)after["authentication"]!["type"], (string?)after["authentication"]!["audience"]));
            }
        }
    }

    [Fact]
    public void Rewrite_OurWorkflows_SubscriptionsOfDataverseHaveAnIdOfTheirOwn()
    {
        var trigger = (JObject)JObject.Parse(Http.Text("lead-qualified/workflow.json"))["definition"]!["triggers"]!["When_a_lead_is_qualified"]!["inputs"]!;
        const string Row = "@{parameters('dataverseUrl')}/api/data/v9.1/callbackregistrations(@{parameters('callbackRegistrationIds')?['lead-qualified']})";

        Assert.Equal(("PATCH", Row, "@listCallbackUrl()"), ((string?)trigger["subscribe"]!["method"], (string?)trigger["subscribe"]!["uri"], (string?)trigger["subscribe"]!["body"]!["url"]));
        Assert.Equal(("DELETE", Row), ((string?)trigger["unsubscribe"]!["method"], (string?)trigger["unsubscribe"]!["uri"]));
        var ids = new[] { "parameters.json", "parameters.test.json", "parameters.prod.json" }
            .SelectMany(file => ((JObject)JObject.Parse(Http.Text(file))["callbackRegistrationIds"]!["value"]!).Properties()).Select(id => Guid.Parse((string)id.Value!)).ToList();
        Assert.Equal((12, 12), (ids.Count, ids.Distinct().Count()));
        Assert.All(ids, id => Assert.Equal(5, id.Version));
    }

    [Fact]
    public void Rewrite_OurWorkflows_NeedNoConnectionAndNoKey()
    {
        Assert.Empty((JObject)JObject.Parse(Http.Text("connections.json"))["managedApiConnections"]!);
        foreach (var path in Http.Paths.Where(path => path.EndsWith(".json", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("\"ApiConnection", Http.Text(path), StringComparison.Ordinal);
            Assert.DoesNotContain("connectionKey", Http.Text(path), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("ConnectionRuntimeUrl", Http.Text(path), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Rewrite_OurWorkflows_LeavesOtherFilesAsTheyAre()
    {
        Assert.Equal(Managed.Paths, Http.Paths);
        Assert.All(Managed.Paths.Where(path => path.EndsWith(".csx", StringComparison.Ordinal) || path == "host.json"), path => Assert.Equal(Managed.Text(path), Http.Text(path)));
    }

    [Fact]
    public void Rewrite_AlreadyHttp_ChangesNoWorkflow()
    {
        var again = HttpWorkflows.Of(Http);

        Assert.All(Workflows(Http), path => Assert.Equal(Http.Text(path), again.Text(path)));
    }

    [Fact]
    public void Rewrite_WhatCannotBeMapped_ReportsAllAtOnceWithItsPlace()
    {
        var source = Managed.With(new Dictionary<string, string>
        {
            ["connections.json"] = Managed.Text("connections.json").Replace("\"managedApiConnections\": {", "\"managedApiConnections\": {\n\"mail\": {\"api\": {\"id\": \"/x/managedApis/office365\"}},", StringComparison.Ordinal),
            ["a/workflow.json"] = Workflow("""
                "A": {"type": "ApiConnection", "inputs": {"host": {"connection": {"referenceName": "mail"}}, "method": "post", "path": "/v2/Mail"}},
                "B": {"type": "ApiConnection", "inputs": {"host": {"connection": {"referenceName": "b2bconnector"}}, "method": "put", "path": "/prospects"}},
                "C": {"type": "Scope", "actions": {
                "D": {"type": "ApiConnection", "inputs": {"host": {"connection": {"referenceName": "commondataservice"}}, "method": "get", "path": "/flow/api/data/v9.1/x", "headers": {"organization": "o"}}},
                "E": {"type": "ApiConnection", "inputs": {"host": {"connection": {"referenceName": "commondataservice"}}, "method": "get", "path": "/api/data/v9.1/leads"}},
                "F": {"type": "ApiConnection", "inputs": {"host": {"connection": {"referenceName": "commondataservice"}}, "method": "get", "path": "@concat('/api')"}}}},
                "G": {"type": "ApiConnection", "inputs": {"host": {"connection": {"referenceName": "b2bconnector"}}, "method": "get", "path": "/prospects", "pathTemplate": {}}}
                """),
            ["b/workflow.json"] = Workflow("", """{"T": {"type": "ApiConnectionWebhook", "inputs": {"host": {"connection": {"referenceName": "b2bconnector"}}, "path": "/subscriptions/prospect-created"}}}"""),
        });

        var (project, problems) = HttpTransport.Rewrite(source, HttpWorkflows.Connector);

        Assert.Null(project);
        Assert.Equal(
            ["a/workflow.json:3 TR0001", "a/workflow.json:4 TR0002", "a/workflow.json:6 TR0003", "a/workflow.json:7 TR0004", "a/workflow.json:8 TR0005", "a/workflow.json:9 TR0008", "b/workflow.json:3 TR0007"],
            problems.Select(problem => $"{problem.File}:{problem.Line} {problem.Code}"));
        Assert.All(problems, problem => Assert.NotNull(problem.Remedy));
        Assert.StartsWith("a/workflow.json(4,", problems[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rewrite_PolicyThatPlainCallsMiss_IsReported()
    {
        using var folder = new TemporaryFolder();
        var properties = JObject.Parse(File.ReadAllText(Path.Combine(Repository.Root, "apiProperties.json")));
        ((JArray)properties["properties"]!["policyTemplateInstances"]!).Add(JObject.Parse(
            """{"templateId":"setheader","title":"t","parameters":{"x-ms-apimTemplate-operationName":["ApproveProspect"],"x-ms-apimTemplateParameter.name":"h","x-ms-apimTemplateParameter.value":"v"}}"""));
        var file = Path.Combine(folder.Path, "apiProperties.json");
        File.WriteAllText(file, properties.ToString());

        var (_, problems) = HttpTransport.Rewrite(Managed, ConnectorOperations.Read(Path.Combine(Repository.Root, "apiDefinition.swagger.json"), file));

        var problem = Assert.Single(problems);
        Assert.Equal(("TR0006", "decide-prospect/workflow.json"), (problem.Code, problem.File));
        Assert.Contains("'setheader' of apiProperties.json changes ApproveProspect", problem.Message, StringComparison.Ordinal);
    }

    private static string Workflow(string actions, string triggers = """{"manual": {"type": "Request", "kind": "Http", "inputs": {}}}""") =>
        $"{{\"definition\": {{\n\"triggers\":\n{triggers}, \"actions\": {{{actions}}}}}}}";

    private static IEnumerable<string> Workflows(LogicAppFiles files) => files.Paths.Where(path => path.EndsWith("/workflow.json", StringComparison.Ordinal));

    private static bool Is(JObject operation, params string[] types) => types.Contains((string?)operation["type"]);

    /// <summary>Everything of a trigger or action but type, inputs and what is inside.</summary>
    private static string Frame(JObject operation) => string.Join(
        '\n', operation.Properties().Where(property => property.Name is not ("type" or "inputs" or "actions" or "else" or "cases" or "default")).Select(property => property.ToString()));

    /// <summary>All triggers and actions, in the order of the file.</summary>
    private static List<JObject> Operations(JObject workflow) =>
        [.. workflow.Descendants().OfType<JObject>().Where(json => json["type"]?.Type == JTokenType.String && json.Parent is JProperty { Parent.Parent: JProperty { Name: "triggers" or "actions" } })];
}
