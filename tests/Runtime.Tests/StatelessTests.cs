using B2BConnector.Runtime.History;
using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests;

/// <summary>
/// What differs from stateful workflows, where documentation of single-tenant Logic Apps says so:
/// https://learn.microsoft.com/azure/logic-apps/single-tenant-overview-compare.
/// </summary>
public sealed class StatelessTests : IDisposable
{
    private const string Call = """{"Call":{"type":"Http","inputs":{"method":"GET","uri":"http://service/","retryPolicy":{"type":"none"}},"trackedProperties":{"key":"@action()['name']"},"runAfter":{}}}""";

    private static readonly Dictionary<string, string> WithHistory = new() { ["Workflows.main.OperationOptions"] = "WithStatelessRunHistory" };

    private readonly ProjectFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_WithoutTheOption_LeavesNoHistory()
    {
        Stateless("""{"Answer":{"type":"Response","inputs":{"statusCode":201,"body":"@triggerBody()"},"runAfter":{}}}""");
        await using var engine = await TestEngine.StartAsync(folder, store: folder.StorePath);
        var answer = await engine.CallAsync("main", "x");
        await engine.SettleAsync();

        Assert.Equal((201, "x"), (answer.StatusCode, (string?)answer.Body));
        Assert.Empty(engine.Runs("main"));
        Assert.Empty(engine.Engine.History.Triggers.Histories("main", "manual", new PageRequest())!["value"]!);
        Assert.Equal("Stateless", (string?)engine.Engine.History.Triggers.Workflow("main")!["kind"]);
    }

    [Fact]
    public async Task Run_WithTheOption_HasAHistoryButNoTrackedProperties()
    {
        Stateless(Call);
        await using var engine = await TestEngine.StartAsync(folder, new FakeHttp(_ => FakeHttp.Json(200, "{}")), settings: WithHistory);
        await engine.CallAsync("main", null);
        await engine.SettleAsync();

        var action = engine.Action("main", engine.Runs("main").Single(), "Call");
        Assert.Equal("Succeeded", (string?)action["status"]);
        Assert.Null(action["trackedProperties"]);
    }

    [Fact]
    public async Task Http_AnsweredWith202_IsNotPolled()
    {
        Stateless(Call);
        await using var engine = await TestEngine.StartAsync(folder, new FakeHttp(_ => FakeHttp.Json(202, "{}", ("Location", "http://service/later"))), settings: WithHistory);
        await engine.CallAsync("main", null);
        await engine.SettleAsync();

        Assert.Single(engine.Http.Calls);
        Assert.Equal("Accepted", (string?)engine.Action("main", engine.Runs("main").Single(), "Call")["code"]);
    }

    [Fact]
    public async Task Run_ThatTakesFiveMinutes_IsEnded()
    {
        Stateless(Call.Replace("\"none\"", "\"fixed\",\"count\":90,\"interval\":\"PT1M\"", StringComparison.Ordinal));
        await using var engine = await TestEngine.StartAsync(folder, new FakeHttp(_ => FakeHttp.Json(500, "{}")), settings: WithHistory);
        await engine.CallAsync("main", null);
        await engine.SettleAsync();

        var run = engine.Engine.History.Run("main", engine.Runs("main").Single())!["properties"]!;
        Assert.Equal(("TimedOut", "WorkflowRunTimedOut"), ((string?)run["status"], (string?)run["code"]));
        Assert.Equal(TimeSpan.FromMinutes(5), (DateTime)run["endTime"]! - (DateTime)run["startTime"]!);
    }

    [Fact]
    public async Task Run_InterruptedByTheEndOfTheProcess_DoesNotGoOn()
    {
        Stateless(Call.Replace("\"none\"", "\"fixed\",\"count\":3,\"interval\":\"PT1M\"", StringComparison.Ordinal));
        var http = new FakeHttp(_ => FakeHttp.Json(500, "{}"));
        await using (var first = await TestEngine.StartAsync(folder, http, store: folder.StorePath, settings: WithHistory))
        {
            await first.InvokeAsync("main");
            await first.Engine.Activity.WhenIdleAsync();
        }

        await using var second = await TestEngine.StartAsync(folder, http, store: folder.StorePath, settings: WithHistory);
        await second.SettleAsync();
        Assert.Single(http.Calls);
        var run = second.Engine.History.Run("main", second.Runs("main").Single())!["properties"]!;
        Assert.Equal(("Cancelled", "WorkflowRunInterrupted"), ((string?)run["status"], (string?)run["code"]));
    }

    [Theory]
    [InlineData("""{"A":{"type":"Response","inputs":{"body":"@triggerBody()"},"runAfter":{}}}""", "Succeeded", "OK")]
    [InlineData("""{"A":{"type":"Compose","inputs":1,"runAfter":{}}}""", "Succeeded", "Accepted")] // its end is waited for, although it answers nothing
    public async Task Child_ThatIsStateless_IsWaitedFor(string actions, string status, string code)
    {
        Stateless(actions, "child");
        folder.WithActions("main", """{"Call":{"type":"Workflow","inputs":{"host":{"workflow":{"id":"child"}},"body":"x"},"runAfter":{}}}""");
        await using var engine = await TestEngine.StartAsync(folder);
        await engine.CallAsync("main", null);
        await engine.SettleAsync();

        var action = engine.Action("main", engine.Runs("main").Single(), "Call");
        Assert.Equal((status, code), ((string?)action["status"], (string?)action["code"]));
    }

    [Theory]
    [InlineData("""{"A":{"type":"Wait","inputs":{"interval":{"count":1,"unit":"Minute"}}}}""", "RT0080")]
    [InlineData("""{"A":{"type":"Until","expression":"@equals(1,1)","limit":{"count":101},"actions":{}}}""", "RT0029")]
    [InlineData("""{"A":{"type":"Until","expression":"@equals(1,1)","limit":{"count":2,"timeout":"PT6M"},"actions":{}}}""", "RT0029")]
    [InlineData("""{"A":{"type":"Http","inputs":{"method":"GET","uri":"http://x","retryPolicy":{"type":"fixed","count":1,"interval":"PT2M"}}}}""", "RT0026")]
    public void Load_WhatIsNotPossibleThere_IsAProblem(string actions, string code)
    {
        Stateless(actions);
        Assert.Equal(code, Assert.Single(WorkflowProject.Load(folder.Path, new Dictionary<string, string>()).Problems).Code);
    }

    [Theory]
    [InlineData("""{"tick":{"type":"Recurrence","recurrence":{"frequency":"Day","interval":1}}}""", "RT0079")]
    public void Load_TriggerThatWaits_IsAProblem(string triggers, string code)
    {
        folder.WithWorkflow("main", triggers, "{}");
        MakeStateless("main");
        Assert.Equal(code, Assert.Single(WorkflowProject.Load(folder.Path, new Dictionary<string, string>()).Problems).Code);
    }

    [Fact]
    public async Task Foreach_OverMoreThanAHundredItems_Fails()
    {
        Stateless("""{"Each":{"type":"Foreach","foreach":"@range(1,101)","actions":{"A":{"type":"Compose","inputs":1}},"runAfter":{}}}""");
        await using var engine = await TestEngine.StartAsync(folder, settings: WithHistory);
        await engine.CallAsync("main", null);
        await engine.SettleAsync();

        Assert.Equal("Failed", (string?)engine.Action("main", engine.Runs("main").Single(), "Each")["status"]);
    }

    private void Stateless(string actions, string name = "main")
    {
        folder.WithActions(name, actions);
        MakeStateless(name);
    }

    private void MakeStateless(string name)
    {
        var file = Path.Combine(folder.Path, name, "workflow.json");
        folder.With($"{name}/workflow.json", File.ReadAllText(file).Replace("\"Stateful\"", "\"Stateless\"", StringComparison.Ordinal));
    }
}
