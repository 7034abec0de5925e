using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.CloudFlows;

public sealed class CloudFlowTests : IDisposable
{
    private readonly FlowFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task OpenApiConnection_WithFlatParameters_CallsTheOperationOfTheDefinition()
    {
        folder.With($$"""{"Update":{{FlowFolder.Call("UpdateOrder", """{"id":"a/b","region":"north","body/note":"n","body/address/city":"@triggerBody()?['city']"}""")}}}""");
        var http = new FakeHttp(_ => FakeHttp.Json(200, """{"id":"1","address":{"city":"Delft"}}"""));
        await using var engine = await folder.StartAsync(http);
        await engine.CallAsync("Main", JObject.Parse("""{"city":"Delft"}"""));
        await engine.SettleAsync();

        var call = Assert.Single(http.Calls);
        Assert.Equal(("PATCH", "http://gateway/apim/orders/local/orders/a%252Fb?region=north&api-version=7"), (call.Method, call.Url));
        Assert.Equal(("quiet", "Key secret"), (call.Headers["prefer"], call.Headers["Authorization"]));
        Assert.Equal("""{"note":"n","address":{"city":"Delft"}}""", call.Body);
        var run = Assert.Single(engine.Runs("Main"));
        Assert.Equal(["host", "parameters"], ((JObject)engine.Engine.History.Content(run, "Update", "", "ActionInputs")!).Properties().Select(property => property.Name));
        Assert.Equal(200, (int)engine.Output("Main", run, "Update")!["statusCode"]!);
    }

    [Fact]
    public async Task OpenApiConnection_WithAWholeBody_SendsItAsItIs()
    {
        folder.With($$"""{"Update":{{FlowFolder.Call("UpdateOrder", """{"id":"1","body":{"note":"whole"}}""")}}}""");
        var http = new FakeHttp(_ => FakeHttp.Json(200, "{}"));
        await using var engine = await folder.StartAsync(http);
        await engine.CallAsync("Main", null);
        await engine.SettleAsync();

        Assert.Equal("""{"note":"whole"}""", Assert.Single(http.Calls).Body);
    }

    [Fact]
    public async Task Expressions_WithAPathInASelector_FindWhatLiesDeeper()
    {
        folder.With("""
            {"A":{"type":"Compose","inputs":{"found":"@triggerOutputs()?['body/order/city']","missing":"@triggerOutputs()?['body/order/none/x']","own":"@triggerBody()?['a/b']"},"runAfter":{}},
             "B":{"type":"Compose","inputs":"@triggerOutputs()['body/none']","runAfter":{"A":["Succeeded"]}}}
            """);
        await using var engine = await folder.StartAsync(new FakeHttp(_ => FakeHttp.Json(200, "{}")));
        await engine.CallAsync("Main", JObject.Parse("""{"order":{"city":"Delft"},"a/b":"own"}"""));
        await engine.SettleAsync();

        var run = Assert.Single(engine.Runs("Main"));
        Assert.Equal("""{"found":"Delft","missing":null,"own":"own"}""", CaseRunner.Text(engine.Output("Main", run, "A")));
        Assert.Equal("Failed", (string?)engine.Action("Main", run, "B")["status"]);
    }

    [Theory]
    [InlineData(null, "from the flow")]
    [InlineData("from the environment", "from the environment")]
    public async Task Parameter_OfAnEnvironmentVariable_HasTheEnvironmentsValueOrItsDefault(string? value, string expected)
    {
        folder.With(
            """{"A":{"type":"Compose","inputs":"@parameters('Region (x_Region)')","runAfter":{}}}""",
            parameters: ""","Region (x_Region)":{"type":"String","defaultValue":"from the flow","metadata":{"schemaName":"x_Region","description":"d"}}""");
        await using var engine = await folder.StartAsync(new FakeHttp(_ => FakeHttp.Json(200, "{}")), value);
        await engine.CallAsync("Main", null);
        await engine.SettleAsync();

        Assert.Equal(expected, (string?)engine.Output("Main", Assert.Single(engine.Runs("Main")), "A"));
    }

    [Fact]
    public async Task Trigger_ThatIsAsked_FollowsTheCursor()
    {
        folder.With("""{"Show":{"type":"Compose","inputs":"@triggerOutputs()?['body/n']","runAfter":{}}}""", FlowFolder.Poll("WhenNews", """{"source":"All"}"""));
        var http = new FakeHttp(call => call.Number == 1
            ? FakeHttp.Json(200, """[{"n":1},{"n":2}]""", ("Location", "/apim/orders/local/news?cursor=a"), ("Retry-After", "0"))
            : FakeHttp.Json(202, "", ("Location", "/apim/orders/local/news?cursor=b")));
        await using var engine = await folder.StartAsync(http);
        await engine.Engine.RegisterTriggersAsync();
        await engine.Engine.Activity.WhenIdleAsync();
        engine.Clock.JumpToNext();
        await engine.Engine.Activity.WhenIdleAsync();

        Assert.Equal(
            ["http://gateway/apim/orders/local/news?source=All", "http://gateway/apim/orders/local/news?cursor=a"],
            http.Calls.Select(call => call.Url).Take(2));
        Assert.Equal(["2", "1"], engine.Runs("Main").Select(run => CaseRunner.Text(engine.Output("Main", run, "Show"))));
    }

    [Fact]
    public async Task Trigger_ThatIsCalled_SubscribesOnceWithTheAddressAndEndsWhenTheFlowIsGone()
    {
        folder.With("""{"Show":{"type":"Compose","inputs":"@triggerOutputs()?['body/n']","runAfter":{}}}""", $$"""{"hook":{{FlowFolder.Call("WhenCalled", """{"kind":"new"}""", "OpenApiConnectionWebhook")}}}""");
        var http = new FakeHttp(_ => FakeHttp.Json(201, "{}", ("Location", "http://gateway/apim/orders/local/hooks/7")));
        await using (var engine = await folder.StartAsync(http, store: folder.StorePath))
        {
            await engine.Engine.RegisterTriggersAsync();
            var body = JObject.Parse(Assert.Single(http.Calls).Body!);
            Assert.Equal(("POST", "http://gateway/apim/orders/local/hooks?kind=new"), (http.Calls.First().Method, http.Calls.First().Url));
            Assert.Equal(3, (int)body["version"]!);
            Assert.Contains("/api/Main/triggers/hook/invoke?", (string?)body["target"]!["url"], StringComparison.Ordinal);

            await engine.InvokeAsync("Main", JObject.Parse("""{"n":5}"""));
            await engine.SettleAsync();
            Assert.Equal(5, (int)engine.Output("Main", Assert.Single(engine.Runs("Main")), "Show")!);
        }

        await using (var engine = await folder.StartAsync(http, store: folder.StorePath))
        {
            await engine.Engine.RegisterTriggersAsync();
            Assert.Single(http.Calls);
        }

        await using (var engine = await folder.WithoutFlow().StartAsync(http, store: folder.StorePath))
        {
            await engine.Engine.RegisterTriggersAsync();
            Assert.Equal(("DELETE", "http://gateway/apim/orders/local/hooks/7", "Key secret"), (http.Calls.Last().Method, http.Calls.Last().Url, http.Calls.Last().Headers["Authorization"]));
        }
    }

    [Fact]
    public async Task Dataverse_RowOperations_CallWhatTheConnectorCalls()
    {
        folder.With($$"""
            {"Add":{{Dataverse("CreateRecord", """{"entityName":"tasks","item/subject":"s"}""")}},
             "List":{{Dataverse("ListRecords", """{"entityName":"leads","$filter":"a eq 'b'","$top":3}""")}},
             "Change":{{Dataverse("UpdateRecord", """{"entityName":"leads","recordId":"1","item/subject":null}""")}}}
            """);
        var http = new FakeHttp(_ => FakeHttp.Json(200, "{}"));
        await using var engine = await folder.StartAsync(http);
        await engine.CallAsync("Main", null);
        await engine.SettleAsync();

        Assert.Equal(
            [
                "GET http://gateway/apim/dataverse/local/api/data/v9.1/leads?$filter=a%20eq%20%27b%27&$top=3 ",
                "PATCH http://gateway/apim/dataverse/local/api/data/v9.1/leads(1) {\"subject\":null}",
                "POST http://gateway/apim/dataverse/local/api/data/v9.1/tasks {\"subject\":\"s\"}",
            ],
            http.Calls.Select(call => $"{call.Method} {call.Url} {call.Body}").Order(StringComparer.Ordinal));
        Assert.All(http.Calls, call => Assert.Contains("odata.include-annotations=*", call.Headers["prefer"], StringComparison.Ordinal));
    }

    private static string Dataverse(string operation, string parameters) =>
        FlowFolder.Call(operation, parameters, connection: "dataverse", api: "shared_commondataserviceforapps");
}
