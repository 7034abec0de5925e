using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.History;
using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests;

public sealed class TriggerTests : IDisposable
{
    private const string Polling = """
        {"poll":{"type":"ApiConnection","recurrence":{"frequency":"Minute","interval":1},"splitOn":"@triggerBody()",
          "correlation":{"clientTrackingId":"@concat('k',string(triggerBody()))"},
          "inputs":{"host":{"connection":{"referenceName":"api"}},"method":"get","path":"/news","queries":{"source":"All"},"retryPolicy":{"type":"none"}}}}
        """;

    private const string Webhook = """
        {"hook":{"type":"ApiConnectionWebhook","inputs":{"host":{"connection":{"referenceName":"api"}},"path":"/subscriptions","body":{"url":"@listCallbackUrl()","event":"e"}}}}
        """;

    private const string Show = """{"Show":{"type":"Compose","inputs":"@triggerBody()"}}""";

    private static readonly Dictionary<string, string> Settings = new() { ["api-url"] = "http://gateway/apim/api/local/", ["api-key"] = "secret" };

    private readonly TestClock clock = new();

    private readonly ProjectFolder folder = new ProjectFolder().With("connections.json", """
        {"managedApiConnections":{"api":{"api":{"id":"/a"},"connection":{"id":"/c"},"connectionRuntimeUrl":"@appsetting('api-url')",
          "authentication":{"type":"Raw","scheme":"Key","parameter":"@appsetting('api-key')"}}}}
        """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Polling_OverSeveralAnswers_FollowsTheCursorAndStartsOneRunPerItem()
    {
        folder.WithWorkflow("main", Polling, Show);
        var http = new FakeHttp(call => call.Number switch
        {
            1 => FakeHttp.Json(200, "[1,2]", ("Location", "/apim/api/local/news?cursor=a"), ("Retry-After", "0")),
            2 => FakeHttp.Json(202, "", ("Location", "/apim/api/local/news?cursor=b"), ("Retry-After", "15")),
            3 => FakeHttp.Json(200, "[]", ("Location", "/apim/api/local/news?cursor=c")),
            _ => FakeHttp.Json(500, "{}"),
        });
        await using var engine = await StartAsync(http);
        await engine.Engine.RegisterTriggersAsync();
        await engine.Engine.Activity.WhenIdleAsync();
        for (var i = 0; i < 2; i++)
        {
            clock.JumpToNext();
            await engine.Engine.Activity.WhenIdleAsync();
        }

        Assert.Equal(
            ["http://gateway/apim/api/local/news?source=All", "http://gateway/apim/api/local/news?cursor=a", "http://gateway/apim/api/local/news?cursor=b", "http://gateway/apim/api/local/news?cursor=c"],
            http.Calls.Select(call => call.Url));
        Assert.Equal("Key secret", http.Calls.First().Headers["Authorization"]);
        Assert.Equal("poll", http.Calls.First().Headers["x-ms-workflow-operation-name"]);
        var runs = engine.Runs("main");
        Assert.Equal(["2", "1"], runs.Select(run => CaseRunner.Text(engine.Output("main", run, "Show"))));
        Assert.Equal("k2", (string?)engine.Engine.History.Run("main", runs[0])!["properties"]!["correlation"]!["clientTrackingId"]);
        var histories = engine.Engine.History.Triggers.Histories("main", "poll", new PageRequest())!["value"]!;
        Assert.Equal(["Failed", "Skipped", "Succeeded", "Succeeded"], histories.Select(history => (string?)history["properties"]!["status"]));
    }

    [Fact]
    public async Task Polling_AfterARestart_GoesOnFromTheStoredCursor()
    {
        folder.WithWorkflow("main", Polling, Show);
        await using (var engine = await StartAsync(new FakeHttp(_ => FakeHttp.Json(200, "[1]", ("Location", "http://gateway/next")))))
        {
            await engine.Engine.RegisterTriggersAsync();
            await engine.Engine.Activity.WhenIdleAsync();
            await engine.Engine.CrashAsync();
        }

        var http = new FakeHttp(_ => FakeHttp.Json(202, ""));
        await using var second = await StartAsync(http);
        await second.Engine.RegisterTriggersAsync();
        await second.Engine.Activity.WhenIdleAsync();
        Assert.Empty(http.Calls);
        clock.JumpToNext();
        await second.Engine.Activity.WhenIdleAsync();
        Assert.Equal(["http://gateway/next"], http.Calls.Select(call => call.Url));
        Assert.Single(second.Runs("main"));
    }

    [Fact]
    public async Task RunTrigger_WhileThereIsMore_DrainsAtOnce()
    {
        folder.WithWorkflow("main", Polling, Show);
        var http = new FakeHttp(call => FakeHttp.Json(200, $"[{call.Number}]", ("Location", $"http://gateway/{call.Number}"), ("Retry-After", call.Number < 3 ? "0" : "60")));
        await using var engine = await StartAsync(http);
        await engine.Engine.RunTriggerAsync("main", "POLL", CancellationToken.None);
        await engine.Engine.Activity.WhenIdleAsync();
        Assert.Equal(3, engine.Runs("main").Count);
    }

    [Fact]
    public async Task Webhook_Registered_SubscribesOnceAndCallbacksStartRuns()
    {
        folder.WithWorkflow("main", Webhook, Show);
        for (var start = 1; start <= 2; start++)
        {
            var http = new FakeHttp(_ => FakeHttp.Json(201, "{}", ("Location", "/subscriptions/1")));
            await using var engine = await StartAsync(http);
            await engine.Engine.RegisterTriggersAsync();
            await engine.Engine.Activity.WhenIdleAsync();
            Assert.Equal(start == 1 ? 1 : 0, http.Calls.Count);
            if (start == 1)
            {
                var url = (string)JObject.Parse(http.Calls.First().Body!)["url"]!;
                Assert.Contains("/api/main/triggers/hook/invoke?api-version=2022-05-01&sp=%2Ftriggers%2Fhook%2Frun&sv=1.0&sig=", url, StringComparison.Ordinal);
                Assert.Equal(202, (await engine.InvokeAsync("main", new JObject { ["row"] = 1 })).StatusCode);
                await engine.SettleAsync();
                Assert.Equal("""{"row":1}""", CaseRunner.Text(engine.Output("main", engine.Runs("main").Single(), "Show")));
            }
        }
    }

    [Fact]
    public async Task Webhook_RemovedFromTheProject_IsUnsubscribed()
    {
        folder.WithWorkflow("main", Webhook, Show);
        await using (var engine = await StartAsync(new FakeHttp(_ => FakeHttp.Json(201, "{}", ("Location", "http://gateway/subscriptions/1")))))
        {
            await engine.Engine.RegisterTriggersAsync();
            await engine.Engine.Activity.WhenIdleAsync();
        }

        folder.WithActions("main", Show);
        var http = new FakeHttp(_ => FakeHttp.Json(204, ""));
        await using var second = await StartAsync(http);
        await second.Engine.RegisterTriggersAsync();
        Assert.Equal(["DELETE http://gateway/subscriptions/1"], http.Calls.Select(call => $"{call.Method} {call.Url}"));
    }

    [Fact]
    public async Task Webhook_ServiceIsDown_SubscribesLater()
    {
        folder.WithWorkflow("main", Webhook, Show);
        var http = new FakeHttp(call => call.Number < 8 ? FakeHttp.Json(503, "{}") : FakeHttp.Json(201, "{}"));
        await using var engine = await StartAsync(http);
        await engine.Engine.RegisterTriggersAsync();
        await engine.SettleAsync();
        Assert.Equal(8, http.Calls.Count);
    }

    [Fact]
    public async Task Recurrence_OverAWeekend_RunsAtItsTimesOnly()
    {
        folder.WithWorkflow(
            "main",
            """{"tick":{"type":"Recurrence","recurrence":{"frequency":"Week","interval":1,"timeZone":"W. Europe Standard Time","schedule":{"hours":["8"],"minutes":[30],"weekDays":["Monday","Friday"]}}}}""",
            """{"When":{"type":"Compose","inputs":"@trigger()['scheduledTime']"}}""");
        await using var engine = await StartAsync(new FakeHttp(_ => FakeHttp.Json(500, "")));
        await engine.Engine.RegisterTriggersAsync();
        for (var i = 0; i < 3; i++)
        {
            await engine.Engine.Activity.WhenIdleAsync();
            clock.JumpToNext();
        }

        await engine.Engine.Activity.WhenIdleAsync();
        Assert.Equal(
            ["\"2030-01-18T07:30:00.0000000Z\"", "\"2030-01-14T07:30:00.0000000Z\"", "\"2030-01-11T07:30:00.0000000Z\""],
            engine.Runs("main").Select(run => CaseRunner.Text(engine.Output("main", run, "When"))));
    }

    [Fact]
    public async Task Recurrence_FromParameters_KeepsTheirInterval()
    {
        folder.With("parameters.json", """{"every":{"type":"Int","value":20},"unit":{"type":"String","value":"Minute"}}""").WithWorkflow(
            "main", """{"tick":{"type":"Recurrence","recurrence":{"frequency":"@parameters('unit')","interval":"@parameters('every')"}}}""", Show);
        var begin = clock.GetUtcNow();
        await using var engine = await StartAsync(new FakeHttp(_ => FakeHttp.Json(500, "")));
        await engine.Engine.RegisterTriggersAsync();
        await engine.Engine.Activity.WhenIdleAsync();
        clock.JumpToNext();
        await engine.Engine.Activity.WhenIdleAsync();
        Assert.Equal(TimeSpan.FromMinutes(20), clock.GetUtcNow() - begin);
        Assert.Equal(2, engine.Runs("main").Count);
    }

    [Fact]
    public async Task Concurrency_OneRunAtATime_LetsTheOthersWait()
    {
        folder.WithWorkflow(
            "main",
            """{"manual":{"type":"Request","inputs":{},"runtimeConfiguration":{"concurrency":{"runs":1,"maximumWaitingRuns":2}}}}""",
            """{"Pause":{"type":"Wait","inputs":{"interval":{"count":1,"unit":"Minute"}}}}""");
        await using var engine = await StartAsync(new FakeHttp(_ => FakeHttp.Json(500, "")));
        var codes = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            codes.Add((await engine.InvokeAsync("main")).StatusCode);
            await engine.Engine.Activity.WhenIdleAsync();
        }

        Assert.Equal([202, 202, 202, 429], codes);
        Assert.Equal(["Waiting", "Waiting", "Running"], Statuses(engine));
        var begin = clock.GetUtcNow();
        await engine.SettleAsync();
        Assert.Equal(["Succeeded", "Succeeded", "Succeeded"], Statuses(engine));
        Assert.Equal(TimeSpan.FromMinutes(3), clock.GetUtcNow() - begin);
    }

    [Fact]
    public async Task Cancel_AWaitingRun_EndsItAsCancelled()
    {
        folder.WithActions("main", """{"Pause":{"type":"Wait","inputs":{"interval":{"count":1,"unit":"Day"}}},"After":{"type":"Compose","inputs":1,"runAfter":{"Pause":["Succeeded"]}}}""");
        await using var engine = await StartAsync(new FakeHttp(_ => FakeHttp.Json(500, "")));
        var run = (await engine.InvokeAsync("main")).RunId!;
        await engine.Engine.Activity.WhenIdleAsync();
        Assert.True(await engine.Engine.Commands.CancelAsync("main", run));
        await engine.Engine.Activity.WhenIdleAsync();
        Assert.Equal(["Cancelled"], Statuses(engine));
        Assert.Equal(nameof(ActionStatus.Cancelled), (string?)engine.Action("main", run, "Pause")["status"]);
        Assert.Equal(nameof(ActionStatus.Skipped), (string?)engine.Action("main", run, "After")["status"]);
        Assert.False(await engine.Engine.Commands.CancelAsync("main", run));
    }

    private static IEnumerable<string?> Statuses(TestEngine engine) =>
        engine.Engine.History.Runs("main", new PageRequest())!["value"]!.Select(run => (string?)run["properties"]!["status"]);

    private int seed;

    private Task<TestEngine> StartAsync(FakeHttp http) => TestEngine.StartAsync(folder, http, clock, folder.StorePath, Settings, ++seed);
}
