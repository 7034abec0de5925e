using B2BConnector.Runtime.Tests.Support;

namespace B2BConnector.Runtime.Tests.CloudFlows;

public sealed class CloudFlowProblemTests : IDisposable
{
    private readonly FlowFolder folder = new();

    public static TheoryData<string, string> Faults => new()
    {
        { "RT0063", FlowFolder.Call("Nothing", "{}") },
        { "RT0064", FlowFolder.Call("WhenNews", "{}") },
        { "RT0065", FlowFolder.Call("UpdateOrder", """{"id":"1","body/note":"n","colour":"red"}""") },
        { "RT0065", FlowFolder.Call("UpdateOrder", """{"id":"1","body/address/town":"n"}""") },
        { "RT0066", FlowFolder.Call("UpdateOrder", """{"body/note":"n"}""") },
        { "RT0066", FlowFolder.Call("UpdateOrder", """{"id":"1"}""") },
        { "RT0029", FlowFolder.Call("UpdateOrder", """{"id":"1","body/note":"n","region":"east"}""") },
        { "RT0061", FlowFolder.Call("UpdateOrder", """{"id":"1","body/note":"n"}""", connection: "other") },
        { "RT0029", FlowFolder.Call("UpdateOrder", """{"id":"1","body/note":"n"}""", api: "shared_other") },
        { "RT0029", FlowFolder.Call("UpdateOrder", """{"id":"1","body/note":"n"}""", authentication: "@json('x')") },
        { "RT0016", FlowFolder.Call("UpdateOrder", """{"id":"@parameters('none')","body/note":"n"}""") },
        { "RT0067", """{"type":"Compose","inputs":"@appsetting('x')"}""" },
        { "RT0003", """{"type":"InvokeFunction","inputs":{"functionName":"f"}}""" },
        { "RT0003", """{"type":"CSharpScriptCode","inputs":{"CodeFile":"a.csx"}}""" },
        { "RT0003", """{"type":"ApiConnection","inputs":{"host":{"connection":{"referenceName":"x_orders"}},"method":"get","path":"/x"}}""" },
        { "RT0503", FlowFolder.Call("UpdateOrder", """{"id":"1","body/note":"n"}""").TrimEnd('}') + """},"runtimeConfiguration":{"paginationPolicy":{"minimumItemCount":100}}}""" },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Faults))]
    public void Load_AFaultInAFlow_IsOneProblemAtItsPlace(string code, string action)
    {
        var loaded = folder.With($$"""{"One":{{action}}}""").Load();
        var problem = Assert.Single(loaded.Problems);
        Assert.Equal(code, problem.Code);
        Assert.StartsWith("properties.definition.actions.One", problem.Path);
        Assert.EndsWith("Main-B2B00000-5A1E-4C0D-9E00-000000000799.json", problem.File);
        Assert.Null(loaded.Project);
    }

    [Theory]
    [InlineData("x_other", "shared_orders", "RT0060")]
    [InlineData("x_dataverse", "shared_teams", "RT0062")]
    public void Load_AConnectionReferenceThatNobodyBoundOrDefined_IsAProblem(string reference, string api, string code)
    {
        var loaded = folder.With("{}", references: $$$"""
            "more":{"runtimeSource":"embedded","connection":{"connectionReferenceLogicalName":"{{{reference}}}"},"api":{"name":"{{{api}}}"}},
            """).Load();
        Assert.Equal(code, Assert.Single(loaded.Problems).Code);
    }

    [Fact]
    public void Load_ATriggerThatCallsUsedAsOneThatIsAsked_IsAProblem()
    {
        var loaded = folder.With("{}", FlowFolder.Poll("WhenCalled", "{}")).Load();
        Assert.Equal("RT0064", Assert.Single(loaded.Problems).Code);
    }

    [Fact]
    public void Load_AnActionOfCloudFlowsInALogicApp_IsAProblem()
    {
        using var project = new ProjectFolder().WithActions("main", $$"""{"One":{{FlowFolder.Call("UpdateOrder", "{}")}}}""");
        var problem = Assert.Single(WorkflowProject.Load(project.Path, new Dictionary<string, string>()).Problems, problem => problem.Code == "RT0003");
        Assert.DoesNotContain("OpenApiConnection", problem.Remedy, StringComparison.Ordinal);
    }
}
