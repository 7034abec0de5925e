using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.Webhooks;

public sealed class WebhookActionTests : IDisposable
{
    private static readonly Dictionary<string, string> Settings = new() { ["api-url"] = "http://gateway/apim/api/local/", ["api-key"] = "secret" };

    private readonly ProjectFolder folder = new ProjectFolder()
        .With("connections.json", """
            {"managedApiConnections":{"api":{"api":{"id":"/a"},"connection":{"id":"/c"},"connectionRuntimeUrl":"@appsetting('api-url')",
              "authentication":{"type":"Raw","scheme":"Key","parameter":"@appsetting('api-key')"}}}}
            """)
        .WithActions("main", """
            {"Ask":{"type":"ApiConnectionWebhook","limit":{"timeout":"P2D"},
               "inputs":{"host":{"connection":{"referenceName":"api"}},"path":"/approvalmail/$subscriptions","body":{"NotificationUrl":"@listCallbackUrl()","Message":{"To":"a@example.com"}},"retryPolicy":{"type":"none"}}},
             "Show":{"type":"Compose","inputs":"@body('Ask')?['SelectedOption']","runAfter":{"Ask":["Succeeded"]}}}
            """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Webhook_CalledBackMuchLater_GoesOnWithWhatTheCallSays()
    {
        var http = Subscribing();
        await using var engine = await StartAsync(http);
        await engine.InvokeAsync("main");
        await engine.Engine.Activity.WhenIdleAsync();
        var run = Assert.Single(engine.Runs("main"));
        Assert.Equal("Running", (string?)engine.Action("main", run, "Ask")["status"]);
        Assert.Equal(("POST", "http://gateway/apim/api/local/approvalmail/$subscriptions"), (http.Calls.Single().Method, http.Calls.Single().Url));
        Assert.Contains($"/api/runs/{run}/actions/Ask/run?", Address(http), StringComparison.Ordinal);

        Assert.Equal(200, (await AnswerAsync(engine, run, "Approve")).StatusCode);
        await engine.SettleAsync();

        Assert.Equal("Approve", (string?)engine.Output("main", run, "Show"));
        Assert.Single(http.Calls);
        Assert.Equal(404, (await AnswerAsync(engine, run, "Reject")).StatusCode);
    }

    [Fact]
    public async Task Webhook_RestartedWhileItWaits_SubscribesOnceAndGoesOn()
    {
        var http = Subscribing();
        string run;
        await using (var engine = await StartAsync(http, folder.StorePath))
        {
            await engine.InvokeAsync("main");
            await engine.Engine.Activity.WhenIdleAsync();
            run = Assert.Single(engine.Runs("main"));
        }

        await using var again = await StartAsync(http, folder.StorePath);
        await again.Engine.Activity.WhenIdleAsync();
        Assert.Equal(200, (await AnswerAsync(again, run, "Approve")).StatusCode);
        await again.SettleAsync();

        Assert.Equal("Approve", (string?)again.Output("main", run, "Show"));
        Assert.Single(http.Calls);
    }

    [Fact]
    public async Task Webhook_NobodyCallsInTime_TimesOutAndEndsTheSubscription()
    {
        var http = Subscribing();
        await using var engine = await StartAsync(http);
        await engine.InvokeAsync("main");
        await engine.SettleAsync();

        var run = Assert.Single(engine.Runs("main"));
        Assert.Equal("TimedOut", (string?)engine.Action("main", run, "Ask")["status"]);
        Assert.Equal(["POST", "DELETE"], http.Calls.Select(call => call.Method));
        Assert.Equal("http://gateway/apim/api/local/approvalmail/$subscriptions/7", http.Calls.Last().Url);
    }

    [Fact]
    public async Task Webhook_WhoseSubscriptionIsRefused_Fails()
    {
        await using var engine = await StartAsync(new FakeHttp(_ => FakeHttp.Json(403, "{}")));
        await engine.InvokeAsync("main");
        await engine.SettleAsync();

        var action = engine.Action("main", Assert.Single(engine.Runs("main")), "Ask");
        Assert.Equal(("Failed", "Forbidden"), ((string?)action["status"], (string?)action["code"]));
    }

    [Fact]
    public async Task Signature_OfAnotherAction_DoesNotFit()
    {
        await using var engine = await StartAsync(Subscribing());
        var address = new Uri(engine.Engine.Callbacks.Action("r", "Ask", ""));
        var signature = System.Web.HttpUtility.ParseQueryString(address.Query)["sig"];
        Assert.True(engine.Engine.Callbacks.IsActionSignature("r", "Ask", "", signature));
        Assert.False(engine.Engine.Callbacks.IsActionSignature("r", "Show", "", signature));
        Assert.False(engine.Engine.Callbacks.IsActionSignature("r", "Ask", "000001", signature));
    }

    private static FakeHttp Subscribing() => new(call => FakeHttp.Json(call.Method == "POST" ? 201 : 200, "{}", ("Location", "/apim/api/local/approvalmail/$subscriptions/7")));

    private static string Address(FakeHttp http) => (string)JObject.Parse(http.Calls.First().Body!)["NotificationUrl"]!;

    private static Task<TriggerResponse> AnswerAsync(TestEngine engine, string run, string option) =>
        engine.Engine.AnswerActionAsync(run, "ask", "", TriggerRequest.Post(new JObject { ["SelectedOption"] = option }));

    private Task<TestEngine> StartAsync(FakeHttp http, string? store = null) => TestEngine.StartAsync(folder, http, store: store, settings: Settings);
}
