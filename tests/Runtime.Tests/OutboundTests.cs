using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests;

public sealed class OutboundTests : IDisposable
{
    private const string Call = """
        {"Call":{"type":"ApiConnection","inputs":{"host":{"connection":{"referenceName":"api"}},"method":"post",
          "path":"/rows(@{encodeURIComponent(encodeURIComponent('a b'))})","queries":{"$select":"a,b","none":null},"headers":{"If-Match":"*","Content-Type":"application/json"},"body":{"x":"é"}}}}
        """;

    private static readonly Dictionary<string, string> Settings = new() { ["api-url"] = "http://gateway/apim/api/local/", ["api-key"] = "secret" };

    private readonly ProjectFolder folder = new ProjectFolder().With("connections.json", """
        {"managedApiConnections":{"api":{"api":{"id":"/a"},"connection":{"id":"/c"},"connectionRuntimeUrl":"@appsetting('api-url')",
          "authentication":{"type":"Raw","scheme":"Key","parameter":"@appsetting('api-key')"}}}}
        """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ApiConnection_Called_JoinsPathAndKeepsDoubleEncoding()
    {
        folder.WithActions("main", Call);
        var call = (await RunAsync(_ => FakeHttp.Json(200, "{}"))).Http.Calls.Single();
        Assert.Equal("http://gateway/apim/api/local/rows(a%2520b)?$select=a%2Cb", call.Url);
        Assert.Equal("""{"x":"é"}""", call.Body);
        Assert.Equal(("Key secret", "*", "application/json"), (call.Headers["Authorization"], call.Headers["If-Match"], call.Headers["Content-Type"]));
    }

    [Fact]
    public async Task ApiConnection_Called_CarriesTheWorkflowHeaders()
    {
        folder.WithActions("main", Call);
        var engine = await RunAsync(_ => FakeHttp.Json(200, "{}"), ("x-ms-client-tracking-id", "usrt:P-1"));
        var headers = engine.Http.Calls.Single().Headers;
        Assert.Equal(("main", "Call", "usrt:P-1"), (headers["x-ms-workflow-name"], headers["x-ms-workflow-operation-name"], headers["x-ms-client-tracking-id"]));
        Assert.Equal(engine.Runs("main").Single(), headers["x-ms-workflow-run-id"]);
        Assert.StartsWith("azure-logic-apps/1.0,(workflow ", headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApiConnection_LocationElsewhere_DoesNotGetTheKey()
    {
        folder.WithActions("main", Call);
        var engine = await RunAsync(call => call.Number == 1 ? FakeHttp.Json(202, "", ("Location", "http://elsewhere/status")) : FakeHttp.Json(200, "{}"));
        Assert.Equal("http://elsewhere/status", engine.Http.Calls.Last().Url);
        Assert.False(engine.Http.Calls.Last().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Http_WithoutAnswer_FailsWithErrorAndNoOutputs()
    {
        folder.WithActions("main", """{"Call":{"type":"Http","inputs":{"method":"GET","uri":"http://nowhere/","retryPolicy":{"type":"none"}}}}""");
        var engine = await RunAsync(_ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));
        var action = engine.Action("main", engine.Runs("main").Single(), "Call");
        Assert.Equal(("Failed", "UnresolvableHostName"), ((string?)action["status"], (string?)action["code"]));
        Assert.Null(action["outputsLink"]);
        Assert.NotNull(action["error"]);
    }

    [Fact]
    public async Task Http_ServiceNeverAnswers_TimesOutAndIsRetried()
    {
        folder.WithActions("main", """{"Call":{"type":"Http","inputs":{"method":"GET","uri":"http://slow/","retryPolicy":{"type":"fixed","count":1,"interval":"PT5S"}}}}""");
        var clock = new TestClock();
        var reached = new SemaphoreSlim(0);
        var http = new FakeHttp(async (_, cancellation) =>
        {
            reached.Release();
            await new TaskCompletionSource().Task.WaitAsync(cancellation); // never answers
            return FakeHttp.Json(200, "{}");
        });
        await using var engine = await TestEngine.StartAsync(folder, http, clock, settings: Settings);
        await engine.InvokeAsync("main");
        await reached.WaitAsync();
        clock.Advance(TimeSpan.FromSeconds(225));
        await engine.Engine.Activity.WhenIdleAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        await reached.WaitAsync();
        clock.Advance(TimeSpan.FromSeconds(225));
        await engine.Engine.Activity.WhenIdleAsync();
        Assert.Equal("GatewayTimeout", (string?)engine.Action("main", engine.Runs("main").Single(), "Call")["code"]);
    }

    [Fact]
    public async Task SecureTrigger_InHistory_HasNoOutputsLink()
    {
        folder.WithWorkflow(
            "main",
            """{"manual":{"type":"Request","inputs":{},"runtimeConfiguration":{"secureData":{"properties":["outputs"]}}}}""",
            """{"Use":{"type":"Compose","inputs":"@triggerBody()"},"Open":{"type":"Compose","inputs":1}}""");
        var engine = await RunAsync(_ => FakeHttp.Json(200, "{}"));
        var run = engine.Runs("main").Single();
        Assert.Null(engine.Engine.History.Run("main", run)!["properties"]!["trigger"]!["outputsLink"]);
        Assert.Null(engine.Engine.History.Content(run, null, "", "TriggerOutputs"));
        Assert.Null(engine.Action("main", run, "Use")["outputsLink"]);
        Assert.NotNull(engine.Action("main", run, "Open")["outputsLink"]);
    }

    private async Task<TestEngine> RunAsync(Func<RecordedCall, HttpResponseMessage> answer, params (string Name, string Value)[] headers)
    {
        var engine = await TestEngine.StartAsync(folder, new FakeHttp(answer), settings: Settings);
        await engine.InvokeAsync("main", new JObject { ["a"] = 1 }, headers);
        await engine.SettleAsync();
        return engine;
    }
}
