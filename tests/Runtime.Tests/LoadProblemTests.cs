using B2BConnector.Runtime.Tests.Support;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Tests;

public sealed class LoadProblemTests : IDisposable
{
    private readonly ProjectFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Load_SeveralFaultsInOneFile_ReportsAllWithLineAndColumn()
    {
        folder.With("main/workflow.json", """
            {
              "definition": { "$schema": "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#", "contentVersion": "1.0.0.0",
                "triggers": { "manual": { "type": "Request", "inputs": {} } },
                "actions": {
                  "One": { "type": "Compose", "inputs": "@concat('a'", "runAfter": {} },
                  "Two": { "type": "Teleport", "inputs": {}, "runAfter": {} },
                  "Three": { "type": "Compose", "inputs": "@body('Nowhere')", "colour": "red", "runAfter": { "Four": ["Succeeded"], "One": ["Done"] } },
                  "one": { "type": "Compose", "inputs": "@variables('v')", "runAfter": {} },
                  "Five": { "type": "Compose", "inputs": "x @{parameters('p')}", "operationOptions": "Sequential", "runAfter": {} }
                }
              },
              "kind": "Stateful"
            }
            """);
        Assert.Equal(
            [
                "5 RT",
                "6:24 RT0003",
                "7:49 RT0014",
                "7:67 RT0005",
                "7:106 RT0009",
                "7:129 RT0010",
                "8:7 RT0012",
                "8:47 RT0020",
                "9:51 RT0016",
                "9:90 RT0504",
            ],
            Problems().Select(problem => problem.Code.StartsWith("WDL", StringComparison.Ordinal) ? $"{problem.Line} RT" : $"{problem.Line}:{problem.Column} {problem.Code}"));
        Assert.All(Problems(), problem => Assert.EndsWith("main/workflow.json", problem.File));
    }

    [Theory]
    [InlineData("{ \"definition\": ", 1, 17)]
    [InlineData("{\n  \"kind\": \"Stateful\",\n}", 3, 1)]
    [InlineData("{\n  'kind': 1 }", 2, 3)]
    public void Load_MalformedJson_SaysWhere(string text, int line, int column)
    {
        folder.With("main/workflow.json", text).WithActions("other", """{"Bad":{"type":"Teleport"}}""");
        var problems = Problems();
        Assert.Equal(("RT0001", line, column), (problems[0].Code, problems[0].Line!.Value, problems[0].Column!.Value));
        Assert.Contains(problems, problem => problem.Code == "RT0003");
    }

    [Theory]
    [InlineData("""{"A":{"type":"Compose","inputs":1,"runAfter":{"B":["Succeeded"]}},"B":{"type":"Compose","inputs":1,"runAfter":{"A":["Succeeded"]}}}""", "RT0011")]
    [InlineData("""{"A":{"type":"Compose","inputs":1},"B":{"type":"Compose","inputs":"@outputs('A')"}}""", "RT0015")]
    [InlineData("""{"A":{"type":"ApiConnection","inputs":{"host":{"connection":{"referenceName":"none"}},"method":"get","path":"/x"}}}""", "RT0017")]
    [InlineData("""{"A":{"type":"Workflow","inputs":{"host":{"workflow":{"id":"none"}}}}}""", "RT0018")]
    [InlineData("""{"A":{"type":"Workflow","inputs":{"host":{"workflow":{"id":"timer"}}}}}""", "RT0019")]
    [InlineData("""{"A":{"type":"SetVariable","inputs":{"name":"v","value":1}}}""", "RT0020")]
    [InlineData("""{"A":{"type":"InitializeVariable","inputs":{"variables":[{"name":"v","type":"string"},{"name":"V","type":"string"}]}}}""", "RT0021")]
    [InlineData("""{"A":{"type":"InvokeFunction","inputs":{"functionName":"none","parameters":{}}}}""", "RT0022")]
    [InlineData("""{"A":{"type":"Scope","actions":{},"runtimeConfiguration":{"secureData":{"properties":["inputs"]}}}}""", "RT0023")]
    [InlineData("""{"A":{"type":"Compose","inputs":1,"runtimeConfiguration":{"secureData":{"properties":["outputs"]}}}}""", "RT0023")]
    [InlineData("""{"A":{"type":"Http","inputs":{"method":"GET","uri":"http://x"},"limit":{"timeout":"30 seconds"}}}""", "RT0025")]
    [InlineData("""{"A":{"type":"Http","inputs":{"method":"GET","uri":"http://x","retryPolicy":{"type":"fixed","count":91,"interval":"PT5S"}}}}""", "RT0026")]
    [InlineData("""{"A":{"type":"Http","inputs":{"method":"GET","uri":"http://x","retryPolicy":{"type":"fixed","count":1,"interval":"PT1S"}}}}""", "RT0026")]
    [InlineData("""{"L":{"type":"Foreach","foreach":"@createArray(1)","actions":{"A":{"type":"Terminate","inputs":{"runStatus":"Failed"}}}}}""", "RT0030")]
    [InlineData("""{"L":{"type":"Foreach","foreach":"@createArray(1)","actions":{"A":{"type":"Response","inputs":{}}}}}""", "RT0030")]
    [InlineData("""{"A":{"type":"Compose","inputs":"@items('L')"}}""", "RT0031")]
    [InlineData("""{"A":{"type":"Compose","inputs":"@appsetting('none-such')"}}""", "RT0032")]
    [InlineData("""{"A":{"type":"CSharpScriptCode","inputs":{"CodeFile":"none.csx"}}}""", "RT0002")]
    [InlineData("""{"A":{"type":"Until","expression":"@equals(1,1)","actions":{}}}""", "RT0007")]
    [InlineData("""{"A":{"type":"Switch","expression":"x","cases":{}}}""", "RT0039")]
    [InlineData("""{"A":{"type":"Foreach","foreach":"@createArray(1)","actions":{},"runtimeConfiguration":{"concurrency":{"repetitions":51}}}}""", "RT0029")]
    [InlineData("""{"A":{"type":"Http","inputs":{"method":"GET","uri":"http://x","authentication":{"type":"ClientCertificate"}}}}""", "RT0506")]
    [InlineData("""{"A":{"type":"Http","inputs":{"method":"GET","uri":"http://x","authentication":{"type":"ManagedServiceIdentity"}}}}""", "RT0043")]
    [InlineData("""{"A":{"type":"ParseJson","inputs":{"content":"{}","schema":{"type":"object","patternProperties":{}}}}}""", "RT0508")]
    [InlineData("""{"A":{"type":"Compose","inputs":1,"limit":{"timeout":"PT1M"}}}""", "RT0503")]
    public void Load_OneFault_ReportsExactlyThat(string actions, string code)
    {
        folder.WithActions("main", actions)
            .WithWorkflow("timer", """{"tick":{"type":"Recurrence","recurrence":{"frequency":"Day","interval":1}}}""", "{}");
        Assert.Equal([code], Problems().Where(problem => problem.Severity != ProblemSeverity.Warning).Select(problem => problem.Code).Distinct());
    }

    [Theory]
    [InlineData("""{}""", "RT0028")]
    [InlineData("""{"a":{"type":"Request"},"b":{"type":"Request"}}""", "RT0028")]
    [InlineData("""{"a":{"type":"SlidingWindow"}}""", "RT0004")]
    [InlineData("""{"a":{"type":"Recurrence","recurrence":{"frequency":"Fortnight","interval":1}}}""", "RT0029")]
    [InlineData("""{"a":{"type":"Recurrence","recurrence":{"frequency":"Day","interval":"@parameters('none')"}}}""", "RT0016")]
    [InlineData("""{"a":{"type":"Recurrence","recurrence":{"frequency":"Day","interval":"@concat('7','x')"}}}""", "RT0029")]
    [InlineData("""{"a":{"type":"Recurrence","recurrence":{"frequency":"Day","interval":"7"}}}""", "RT0029")]
    [InlineData("""{"a":{"type":"Recurrence","recurrence":{"frequency":"Day","interval":1},"operationOptions":"SingleInstance","runtimeConfiguration":{"concurrency":{"runs":1}}}}""", "RT0029")]
    [InlineData("""{"a":{"type":"ApiConnection","inputs":{"host":{"connection":{"referenceName":"none"}},"method":"get","path":"/x"},"recurrence":{"frequency":"Day","interval":1}}}""", "RT0017")]
    [InlineData("""{"a":{"type":"Http","inputs":{"method":"GET"},"recurrence":{"frequency":"Day","interval":1}}}""", "RT0007")]
    [InlineData("""{"a":{"type":"HttpWebhook","inputs":{"subscribe":{"method":"POST","uri":"http://x"},"unsubscribe":{"method":"DELETE","uri":"@listCallbackUrl()"}}}}""", "RT0044")]
    public void Load_FaultyTrigger_ReportsExactlyThat(string triggers, string code)
    {
        folder.WithWorkflow("main", triggers, "{}");
        Assert.Equal([code], Problems().Select(problem => problem.Code));
    }

    [Fact]
    public void Load_FaultsInParametersAndConnections_ReportsThemAtTheirPlace()
    {
        folder.WithActions("main", """{"A":{"type":"Compose","inputs":"@parameters('good')"}}""")
            .With("parameters.json", """
                {
                  "good": { "type": "String", "value": "x" },
                  "empty": { "type": "String" },
                  "setting": { "type": "String", "value": "@appsetting('none-such')" }
                }
                """)
            .With("connections.json", """
                {
                  "managedApiConnections": {
                    "api": {
                      "api": { "id": "/a" },
                      "connection": { "id": "/c" },
                      "connectionRuntimeUrl": "@parameters('none')",
                      "authentication": { "type": "ManagedServiceIdentity" }
                    }
                  }
                }
                """);
        Assert.Equal(["RT0016@6", "RT0507@7", "RT0027@3", "RT0032@4"], Problems().Select(problem => $"{problem.Code}@{problem.Line}"));
    }

    [Fact]
    public void Load_TooMuchOfEverything_ReportsTheLimits()
    {
        var deep = """{"type":"Compose","inputs":1}""";
        for (var level = 9; level > 0; level--)
        {
            deep = $$$"""{"type":"Scope","actions":{"L{{{level}}}":{{{deep}}}}}""";
        }

        folder.WithActions(new string('w', 33), $$"""{"{{new string('a', 81)}}":{"type":"Compose","inputs":1},"Top":{{deep}}}""");
        Assert.Equal(2, Problems().Count(problem => problem.Code == "RT0024"));
        Assert.Single(Problems(), problem => problem.Code == "RT0090");
    }

    [Fact]
    public void Load_FolderWithoutWorkflows_IsOneClearProblem()
    {
        Assert.Equal("RT0034", Assert.Single(Problems()).Code);
        Assert.Equal("RT0035", Assert.Single(WorkflowProject.Load(folder.Path + "-none", new Dictionary<string, string>()).Problems).Code);
    }

    private IReadOnlyList<Problem> Problems()
    {
        var result = WorkflowProject.Load(folder.Path, new Dictionary<string, string>());
        Assert.Null(result.Project);
        return result.Problems;
    }
}
