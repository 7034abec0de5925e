using B2BConnector.Runtime.History;
using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests;

/// <summary>Http and HttpWebhook triggers, and the managed identity with which calls of this family sign in.</summary>
public sealed class HttpTriggerTests : IDisposable
{
    private const string Identity = """{"type":"ManagedServiceIdentity","audience":"@parameters('audience')"}""";

    private const string Polling = """
        {"poll":{"type":"Http","recurrence":{"frequency":"Minute","interval":1},"splitOn":"@triggerBody()",
          "inputs":{"method":"GET","uri":"http://service/news","queries":{"source":"All"},"authentication":IDENTITY,"retryPolicy":{"type":"none"}}}}
        """;

    private const string Webhook = """
        {"hook":{"type":"HttpWebhook","inputs":{
          "subscribe":{"method":"PATCH","uri":"http://service/subscriptions(1)","body":{"url":"@listCallbackUrl()","event":"e"},"authentication":IDENTITY},
          "unsubscribe":{"method":"DELETE","uri":"http://service/subscriptions(1)","authentication":IDENTITY}}}}
        """;

    private const string Show = """{"Show":{"type":"Compose","inputs":"@triggerOutputs()?['body']"}}""";

    private static readonly Dictionary<string, string> Settings = new() { ["IDENTITY_ENDPOINT"] = "http://identity/token", ["IDENTITY_HEADER"] = "s3cret" };

    private readonly TestClock clock = new();
    private readonly ProjectFolder folder = new ProjectFolder().With("parameters.json", """{"audience":{"type":"String","value":"api://service"}}""");
    private int seed;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Polling_OverSeveralAnswers_FollowsTheCursorAndSignsIn()
    {
        folder.WithWorkflow("main", Signed(Polling), Show);
        var http = Http((call, number) => number switch
        {
            1 => FakeHttp.Json(200, "[1,2]", ("Location", "/news?cursor=a"), ("Retry-After", "0")),
            2 => FakeHttp.Json(202, "", ("Location", "http://service/news?cursor=b"), ("Retry-After", "15")),
            _ => FakeHttp.Json(500, "{}"),
        });
        await using var engine = await StartAsync(http);
        await engine.Engine.RegisterTriggersAsync();
        await engine.Engine.Activity.WhenIdleAsync();
        clock.JumpToNext();
        await engine.Engine.Activity.WhenIdleAsync();

        Assert.Equal(
            ["http://identity/token?api-version=2019-08-01&resource=api%3A%2F%2Fservice", "http://service/news?source=All", "http://service/news?cursor=a", "http://service/news?cursor=b"],
            http.Calls.Select(call => call.Url));
        Assert.Equal("s3cret", http.Calls.First().Headers["X-IDENTITY-HEADER"]);
        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t1"], http.Calls.Skip(1).Select(call => call.Headers["Authorization"]));
        Assert.Equal("poll", http.Calls.Last().Headers["x-ms-workflow-operation-name"]);
        Assert.Equal(["2", "1"], engine.Runs("main").Select(run => CaseRunner.Text(engine.Output("main", run, "Show"))));
        var histories = engine.Engine.History.Triggers.Histories("main", "poll", new PageRequest())!["value"]!;
        Assert.Equal(["Failed", "Skipped", "Succeeded", "Succeeded"], histories.Select(history => (string?)history["properties"]!["status"]));
    }

    [Fact]
    public async Task Polling_CursorElsewhere_DoesNotGetTheToken()
    {
        folder.WithWorkflow("main", Signed(Polling), Show);
        var http = Http((_, _) => FakeHttp.Json(202, "", ("Location", "http://elsewhere/news")));
        await using var engine = await StartAsync(http);
        await engine.Engine.RegisterTriggersAsync();
        await engine.Engine.Activity.WhenIdleAsync();
        clock.JumpToNext();
        await engine.Engine.Activity.WhenIdleAsync();

        Assert.Equal("http://elsewhere/news", http.Calls.Last().Url);
        Assert.False(http.Calls.Last().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Polling_UriIsNoAddress_IsAFailedCheck()
    {
        folder.WithWorkflow("main", """{"poll":{"type":"Http","recurrence":{"frequency":"Minute","interval":1},"inputs":{"method":"GET","uri":"@concat('ftp','://x')"}}}""", Show);
        var http = Http((_, _) => FakeHttp.Json(200, "{}"));
        await using var engine = await StartAsync(http);
        await engine.Engine.RegisterTriggersAsync();
        await engine.Engine.Activity.WhenIdleAsync();

        Assert.Empty(http.Calls);
        var history = engine.Engine.History.Triggers.Histories("main", "poll", new PageRequest())!["value"]![0]!["properties"]!;
        Assert.Equal("Failed", (string?)history["status"]);
        Assert.Contains("ftp://x", history.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_Registered_SubscribesOnceIsCalledAndUnsubscribesWhenItIsGone()
    {
        folder.WithWorkflow("main", Signed(Webhook), Show);
        for (var start = 1; start <= 2; start++)
        {
            var http = Http((_, _) => FakeHttp.Json(204, ""));
            await using var engine = await StartAsync(http);
            await engine.Engine.RegisterTriggersAsync();
            await engine.Engine.Activity.WhenIdleAsync();
            Assert.Equal(start == 1 ? ["PATCH http://service/subscriptions(1) Bearer t1"] : [], Service(http));
            if (start == 1)
            {
                Assert.Contains("/api/main/triggers/hook/invoke?", (string?)JObject.Parse(http.Calls.Last().Body!)["url"], StringComparison.Ordinal);
                Assert.Equal(202, (await engine.InvokeAsync("main", new JObject { ["row"] = 1 })).StatusCode);
                await engine.SettleAsync();
                Assert.Equal("""{"row":1}""", CaseRunner.Text(engine.Output("main", engine.Runs("main").Single(), "Show")));
            }
        }

        folder.WithActions("main", Show);
        var last = Http((_, _) => FakeHttp.Json(204, ""));
        await using var without = await StartAsync(last);
        await without.Engine.RegisterTriggersAsync();
        Assert.Equal(["DELETE http://service/subscriptions(1) Bearer t1"], Service(last));
    }

    [Fact]
    public async Task Webhook_SubscriptionChanged_EndsTheOldOneFirst()
    {
        folder.WithWorkflow("main", Signed(Webhook), Show);
        await using (var engine = await StartAsync(Http((_, _) => FakeHttp.Json(204, ""))))
        {
            await engine.Engine.RegisterTriggersAsync();
            await engine.Engine.Activity.WhenIdleAsync();
        }

        folder.WithWorkflow("main", Signed(Webhook).Replace("\"event\":\"e\"", "\"event\":\"f\"", StringComparison.Ordinal), Show);
        var http = Http((_, _) => FakeHttp.Json(204, ""));
        await using var second = await StartAsync(http);
        await second.Engine.RegisterTriggersAsync();
        await second.Engine.Activity.WhenIdleAsync();

        Assert.Equal(["DELETE http://service/subscriptions(1) Bearer t1", "PATCH http://service/subscriptions(1) Bearer t1"], Service(http));
    }

    [Fact]
    public async Task Identity_TokenNearItsEnd_IsFetchedAnew()
    {
        folder.WithActions("main", Signed("""{"Call":{"type":"Http","inputs":{"method":"GET","uri":"http://service/","authentication":IDENTITY,"retryPolicy":{"type":"none"}}}}"""));
        var http = Http((_, _) => FakeHttp.Json(200, "{}"));
        await using var engine = await StartAsync(http);
        foreach (var wait in new[] { 0, 54, 2 })
        {
            clock.Advance(TimeSpan.FromMinutes(wait));
            await engine.InvokeAsync("main");
            await engine.SettleAsync();
        }

        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t2"], http.Calls.Where(call => call.Url == "http://service/").Select(call => call.Headers["Authorization"]));
    }

    [Fact]
    public async Task Identity_NoToken_FailsTheActionWithoutACall()
    {
        folder.WithActions("main", Signed("""{"Call":{"type":"Http","inputs":{"method":"GET","uri":"http://service/","authentication":IDENTITY,"retryPolicy":{"type":"none"}}}}"""));
        var http = new FakeHttp(_ => FakeHttp.Json(400, """{"statusCode":400}"""));
        await using var engine = await StartAsync(http);
        await engine.InvokeAsync("main");
        await engine.SettleAsync();

        Assert.Single(http.Calls);
        var action = engine.Action("main", engine.Runs("main").Single(), "Call");
        Assert.Equal(("Failed", "BadGateway"), ((string?)action["status"], (string?)action["code"]));
        Assert.Contains("no token for 'api://service': status 400", (string?)action["error"]!["message"], StringComparison.Ordinal);
    }

    private static string Signed(string definition) => definition.Replace("IDENTITY", Identity, StringComparison.Ordinal);

    private static IEnumerable<string> Service(FakeHttp http) =>
        http.Calls.Where(call => call.Url.StartsWith("http://service", StringComparison.Ordinal)).Select(call => $"{call.Method} {call.Url} {call.Headers["Authorization"]}");

    /// <summary>An identity endpoint whose tokens live an hour, and a service that answers its calls by their number.</summary>
    private FakeHttp Http(Func<RecordedCall, int, HttpResponseMessage> service)
    {
        var (tokens, calls) = (0, 0);
        return new FakeHttp(call => call.Url.StartsWith("http://identity/", StringComparison.Ordinal)
            ? FakeHttp.Json(200, $$"""{"access_token":"t{{++tokens}}","expires_on":"{{clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds()}}"}""")
            : service(call, ++calls));
    }

    private Task<TestEngine> StartAsync(FakeHttp http) => TestEngine.StartAsync(folder, http, clock, folder.StorePath, Settings, ++seed);
}
