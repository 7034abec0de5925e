using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests;

/// <summary>A call of a trigger's address: what the workflow sees of it, and what the caller sees of the workflow (recorded traces of the local host).</summary>
public sealed class InvokeTests : IDisposable
{
    private const string Echo = """{"Answer":{"type":"Response","inputs":{"statusCode":200,"body":"@triggerOutputs()"},"runAfter":{}}}""";

    private readonly ProjectFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null, """{"headers":{"h":"1"},"queries":{"q":"a b"}}""")]
    [InlineData("null", """{"headers":{"h":"1"},"queries":{"q":"a b"},"body":null}""")]
    [InlineData("""{"x":1}""", """{"headers":{"h":"1"},"queries":{"q":"a b"},"body":{"x":1}}""")]
    public async Task TriggerOutputs_OfACall_LeaveOutTheSignatureAndAnAbsentBody(string? body, string expected)
    {
        folder.WithActions("main", Echo);
        await using var engine = await TestEngine.StartAsync(folder);
        var queries = new Dictionary<string, string> { ["api-version"] = "2022-05-01", ["sp"] = "/triggers/manual/run", ["sv"] = "1.0", ["sig"] = "x", ["q"] = "a b" };
        var request = new TriggerRequest("POST", "", new Dictionary<string, string> { ["h"] = "1" }, queries, body is null ? null : JToken.Parse(body));
        var answer = await engine.Engine.InvokeAsync("main", "manual", request, CancellationToken.None);
        Assert.Equal(expected, answer.Body!.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task Answer_OfAWorkflow_CarriesItsHeaders()
    {
        folder.WithActions("main", Echo);
        await using var engine = await TestEngine.StartAsync(folder);
        var answer = await engine.InvokeAsync("main", null, ("x-ms-client-tracking-id", "mine"));
        var run = Assert.Single(engine.Runs("main"));
        Assert.Equal((run, run, "mine", "main"), (answer.Headers["x-ms-workflow-run-id"], answer.Headers["x-ms-trigger-history-name"], answer.Headers["x-ms-client-tracking-id"], answer.Headers["x-ms-workflow-name"]));
        Assert.Matches("^/scaleunits/prod-00/workflows/[0-9a-f]{32}$", answer.Headers["x-ms-workflow-system-id"]);
        Assert.Matches("^[0-9]{29}CU[0-9]{2}$", run);
    }

    [Fact]
    public async Task Answer_WithSuppressedHeaders_CarriesNoneOfThem()
    {
        folder.WithWorkflow("main", """{"manual":{"type":"Request","inputs":{},"operationOptions":"SuppressWorkflowHeadersOnResponse"}}""", Echo);
        await using var engine = await TestEngine.StartAsync(folder);
        var answer = await engine.InvokeAsync("main");
        Assert.Empty(answer.Headers);
        Assert.Equal(engine.Runs("main").Single(), answer.RunId);
    }

    [Fact]
    public async Task Answer_WithANullBody_HasNone()
    {
        folder.WithActions("main", """{"Answer":{"type":"Response","inputs":{"statusCode":200,"body":"@triggerBody()?['none']"},"runAfter":{}}}""");
        await using var engine = await TestEngine.StartAsync(folder);
        Assert.Null((await engine.InvokeAsync("main", new JObject())).Body);
    }

    [Fact]
    public async Task Accepted_WithPatience_ComesWithTheEndOfTheRunOrWhenPatienceEnds()
    {
        folder.WithActions("short", """{"A":{"type":"Compose","inputs":1,"runAfter":{}}}""").WithActions("long", """{"A":{"type":"Wait","inputs":{"interval":{"count":1,"unit":"Hour"}},"runAfter":{}}}""");
        var clock = new TestClock();
        var observer = new Recorder();
        await using var engine = await WorkflowEngine.StartAsync(
            folder.Load(),
            new EngineOptions { Time = clock, Ids = new SeededIds(1).Next, AcceptPatience = TimeSpan.FromSeconds(1), Observer = observer },
            CancellationToken.None);

        var ended = await engine.InvokeAsync("short", "manual", TriggerRequest.Post(null), CancellationToken.None);
        Assert.Equal((202, "Succeeded"), (ended.StatusCode, Status(engine, "short", ended)));
        Assert.Equal(["action A Succeeded OK", "run short Succeeded"], observer.Heard);

        var waiting = engine.InvokeAsync("long", "manual", TriggerRequest.Post(null), CancellationToken.None);
        await engine.Activity.WhenIdleAsync();
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((202, "Running"), ((await waiting).StatusCode, Status(engine, "long", await waiting)));
    }

    private static string? Status(WorkflowEngine engine, string workflow, TriggerResponse answer) =>
        (string?)engine.History.Run(workflow, answer.RunId!)!["properties"]!["status"];

    private sealed class Recorder : IRunObserver
    {
        public List<string> Heard { get; } = [];

        public void ActionEnded(ActionEnd action) => Heard.Add($"action {action.Action} {action.Status} {action.Code}");

        public void RunEnded(RunSummary run) => Heard.Add($"run {run.Workflow} {run.Status}");
    }
}
