using LogicAppUnit;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.InProcess;

/// <summary>What is changed in a project before it runs. Truth: LogicAppUnit 1.12, read in its source.</summary>
public sealed class RewritingTests
{
    [Fact]
    public void Address_InASetting_LeadsToTheMocksWithItsPathOnly()
    {
        using var project = new MakerProject("""{"Call":[http]}""");
        using var runner = project.Triggered();

        Assert.Equal("http://localhost:7075/base/service", Assert.Single(runner.MockRequests).RequestUri.AbsoluteUri);
    }

    [Fact]
    public void Setting_Overridden_CountsForThisRunnerOnly()
    {
        using var project = new MakerProject("""{"Say":{"type":"Compose","inputs":"@parameters('other')","runAfter":{}}}""");
        using var changed = project.Triggered(overrides: new() { ["OTHER"] = "new", ["UNKNOWN"] = "x" });
        using var plain = project.Triggered();

        Assert.Equal("new", (string?)changed.GetWorkflowActionOutput("Say"));
        Assert.Equal("kept", (string?)plain.GetWorkflowActionOutput("Say"));
    }

    [Theory]
    [InlineData("""{"Every_day":{"type":"Recurrence","recurrence":{"frequency":"Day","interval":1}}}""", "Every_day")]
    [InlineData("""{"Poll":{"type":"ApiConnection","splitOn":"@triggerBody()","recurrence":{"frequency":"Day","interval":1},"inputs":{"host":{"connection":{"referenceName":"none"}},"method":"get","path":"/x"}}}""", "Poll")]
    public void Trigger_OfAnyKind_BecomesARequestOfItsName(string triggers, string name)
    {
        using var project = new MakerProject("""{"Say":{"type":"Compose","inputs":"@trigger()['name']","runAfter":{}}}""", triggers);
        using var runner = project.Triggered();

        Assert.Equal(name, (string?)runner.GetWorkflowActionOutput("Say"));
    }

    [Fact]
    public void Child_Called_BecomesAPostOfItsInputs()
    {
        using var project = new MakerProject("""{"Call (child)":{"type":"Workflow","trackedProperties":{"a":"b"},"inputs":{"host":{"workflow":{"id":"other"}},"body":{"x":"@parameters('other')"}},"runAfter":{}}}""");
        using var runner = project.Triggered();

        var call = Assert.Single(runner.MockRequests);
        Assert.Equal(("POST", "/Call+(child)"), (call.Method.Method, call.RequestUri.AbsolutePath));
        Assert.Equal("""{"host":{"workflow":{"id":"other"}},"body":{"x":"kept"}}""", JObject.Parse(call.Content).ToString(Newtonsoft.Json.Formatting.None));
        Assert.Null(runner.GetWorkflowActionTrackedProperties("Call (child)"));
    }

    [Fact]
    public void Function_Called_BecomesAPostOfItsInputs()
    {
        using var project = new MakerProject("""{"Call":{"type":"InvokeFunction","inputs":{"functionName":"F","parameters":{"a":1}},"runAfter":{}}}""");
        using var runner = project.Triggered();

        Assert.Equal("""{"functionName":"F","parameters":{"a":1}}""", JObject.Parse(runner.MockRequests[0].Content).ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public void BuiltInConnector_Listed_BecomesAPostOfItsParameters()
    {
        using var project = new MakerProject("""{"Send":{"type":"ServiceProvider","inputs":{"parameters":{"a":1},"serviceProviderConfiguration":{"connectionName":"s","operationId":"sendMessage","serviceProviderId":"/serviceProviders/serviceBus"}},"runAfter":{}}}""");
        project.Options.BuiltInConnectorsToMock.Add("sendMessage");
        using var runner = project.Triggered();

        Assert.Equal("""{"a":1}""", JObject.Parse(runner.MockRequests[0].Content).ToString(Newtonsoft.Json.Formatting.None));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public void Retries_UnlessKept_AreTakenAway(bool removed, int calls)
    {
        using var project = new MakerProject("""{"Call":{"type":"Http","inputs":{"method":"GET","uri":"@parameters('service')","retryPolicy":{"type":"fixed","count":2,"interval":"PT1H"}},"runAfter":{}}}""");
        project.Options.RemoveHttpRetryConfiguration = removed;
        using var runner = project.Triggered(run => run.AddApiMocks = _ => new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway));

        Assert.Equal(calls, runner.MockRequests.Count);
    }

    [Fact]
    public void Files_OfTheProject_StayAsTheyAre()
    {
        var before = Directory.EnumerateFiles(Path.Combine(Support.Repository.Root, "workflows"), "*.json", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);
        using (var project = new MakerProject("""{"Call":[http]}"""))
        using (project.Triggered())
        {
        }

        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllText(file.Key)));
    }
}
