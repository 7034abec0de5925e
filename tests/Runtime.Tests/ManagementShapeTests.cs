using System.Net;
using System.Text;
using B2BConnector.Runtime.History;
using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests;

/// <summary>
/// Each call of the management API and the shape of its answer, as LogicAppUnit, the designer and the VS Code extension read it (their sources;
/// recorded answers of the cloud). What is not there is absent, never null.
/// </summary>
public sealed class ManagementShapeTests : IAsyncLifetime
{
    private const string Workflows = "/runtime/webhooks/workflow/api/management/workflows";
    private const string Run = $"{Workflows}/main/runs/RUN";

    private const string Actions = """
        {
          "Each": {"type":"Foreach","foreach":"@createArray(10,20)","operationOptions":"Sequential","runAfter":{},"actions":{
            "Call":{"type":"Http","inputs":{"method":"POST","uri":"http://service/rows","headers":{"x":"1"},"body":"@items('Each')",
              "authentication":{"type":"Basic","username":"u","password":"p"},"retryPolicy":{"type":"fixed","count":1,"interval":"PT5S"}},
              "trackedProperties":{"item":"@action()['inputs']['body']"}}}},
          "Count": {"type":"Until","expression":"@equals(1,1)","limit":{"count":3},"actions":{},"runAfter":{"Each":["Succeeded"]}},
          "Never": {"type":"Compose","inputs":1,"runAfter":{"Each":["Failed"]}},
          "Answer": {"type":"Response","inputs":{"statusCode":200,"body":"@triggerBody()"},"runAfter":{"Count":["Succeeded"]}}
        }
        """;

    private const string RunShape = "{id,name,type,properties{startTime,status,correlation{clientTrackingId},workflow{id,name,type},"
        + "trigger{name,startTime,endTime,originHistoryName,code,status,trackingId,correlation{clientTrackingId},outputsLink{Link}},outputs{},endTime,waitEndTime,"
        + "response{startTime,correlation{},status}}}";

    private const string RepetitionShape = "{id,name,type,properties{startTime,trackingId,correlation{actionTrackingId,clientTrackingId},status,endTime,code,"
        + "inputsLink{Link},outputsLink{Link},trackedProperties{item},canResubmit,repetitionIndexes[{scopeName,itemIndex}]}}";

    private readonly ProjectFolder folder = new ProjectFolder()
        .WithWorkflow("main", """{"manual":{"type":"Request","kind":"Http","inputs":{"method":"POST","relativePath":"rows/{id}"}}}""", Actions)
        .WithActions("long", """{"Pause":{"type":"Wait","inputs":{"interval":{"count":1,"unit":"Hour"}},"runAfter":{}}}""")
        .WithWorkflow("timer", """{"tick":{"type":"Recurrence","recurrence":{"frequency":"Month","interval":1,"startTime":"2099-01-01T00:00:00Z"}}}""", "{}");

    private TestEngine engine = null!;
    private ManagementHost host = null!;
    private string run = "";

    public async Task InitializeAsync()
    {
        engine = await TestEngine.StartAsync(folder, new FakeHttp(call => FakeHttp.Json(call.Number == 1 ? 500 : 200, """{"a":1}""")));
        host = await ManagementHost.StartAsync(engine);
        var body = new TriggerRequest("POST", "rows/7", new Dictionary<string, string>(), new Dictionary<string, string>(), new JValue("x"));
        var call = engine.Engine.InvokeAsync("main", "manual", body, CancellationToken.None);
        await engine.SettleAsync();
        run = (await call).RunId!;
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await engine.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData($"{Workflows}", "[{id,name,type,kind,isDisabled,health{state},triggers{manual{type}}}]")]
    [InlineData($"{Workflows}/main", "{id,name,type,kind,isDisabled,health{state},triggers{manual{type}}}")]
    [InlineData($"{Workflows}/main/triggers", "{value[{id,name,type,properties{provisioningState,state,status,workflow{id,name,type}}}]}")]
    [InlineData($"{Workflows}/main/triggers/manual", "{id,name,type,properties{provisioningState,state,status,workflow{id,name,type}}}")]
    [InlineData($"{Workflows}/main/triggers/manual/histories", "{value[{id,name,type,properties{startTime,endTime,trackingId,code,status,fired,run{id,name,type}}}]}")]
    [InlineData($"{Workflows}/main/triggers/manual/histories/RUN", "{id,name,type,properties{startTime,endTime,trackingId,code,status,fired,run{id,name,type}}}")]
    [InlineData($"{Workflows}/main/runs?$top=1&$filter=status eq 'Succeeded'", $"{{value[{RunShape}]}}")]
    [InlineData(Run, RunShape)]
    [InlineData($"{Run}/actions/Answer", "{id,name,type,properties{startTime,trackingId,correlation{actionTrackingId,clientTrackingId},status,endTime,code,inputsLink{Link},outputsLink{Link},canResubmit}}")]
    [InlineData($"{Run}/actions/Never", "{id,name,type,properties{startTime,trackingId,correlation{actionTrackingId,clientTrackingId},status,endTime,code,error{code,message},canResubmit}}")]
    [InlineData($"{Run}/actions/Count", "{id,name,type,properties{startTime,trackingId,correlation{actionTrackingId,clientTrackingId},status,endTime,code,iterationCount,canResubmit}}")]
    [InlineData($"{Run}/actions/Call", "{id,name,type,properties{startTime,status,canResubmit,repetitionCount,endTime,code}}")]
    [InlineData($"{Run}/actions/Call/repetitions/000001", RepetitionShape)]
    [InlineData($"{Run}/actions/Each/scopeRepetitions/000000", "{id,name,type,properties{startTime,trackingId,correlation{actionTrackingId,clientTrackingId},status,endTime,code,canResubmit,repetitionIndexes[{scopeName,itemIndex}]}}")]
    [InlineData($"{Run}/actions/Call/repetitions/000000/requestHistories", "{value[{id,name,type,properties{startTime,endTime,request{headers{HEADERS},uri,method},response{headers{Content-Type,Content-Length},statusCode,bodyLink{Link}}}}]}")]
    [InlineData($"{Run}/actions/Answer/requestHistories", "{value[]}")]
    [InlineData("/admin/host/status", "{id,state,version,versionDetails,processUptime}")]
    public async Task Get_EachCall_HasItsShape(string path, string shape)
    {
        var answer = await host.Client.GetAsync(path.Replace("RUN", run, StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var json = JToken.Parse(await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain(json.SelectTokens("$..*"), token => token.Type == JTokenType.Null);
        Assert.Equal(shape.Replace("Link}", "uri,contentVersion,contentSize,contentHash{algorithm,value}}", StringComparison.Ordinal), Shape(json));
    }

    [Theory]
    [InlineData($"{Workflows}/none", "WorkflowNotFound")]
    [InlineData($"{Workflows}/none/runs", "WorkflowNotFound")]
    [InlineData($"{Workflows}/main/triggers/none", "WorkflowTriggerNotFound")]
    [InlineData($"{Workflows}/main/triggers/manual/histories/none", "WorkflowTriggerHistoryNotFound")]
    [InlineData($"{Workflows}/main/runs/none", "WorkflowRunNotFound")]
    [InlineData($"{Workflows}/long/runs/RUN", "WorkflowRunNotFound")]
    [InlineData($"{Run}/actions/none", "WorkflowRunActionNotFound")]
    [InlineData($"{Run}/actions/Call/repetitions/000009", "WorkflowRunActionRepetitionNotFound")]
    public async Task Get_WhatIsNotThere_Is404WithItsCode(string path, string code)
    {
        var answer = await host.Client.GetAsync(path.Replace("RUN", run, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(code, (string?)JObject.Parse(await answer.Content.ReadAsStringAsync())["error"]!["code"]);
    }

    [Fact]
    public async Task Actions_OfARun_ListAlsoThoseThatWereSkipped()
    {
        var actions = (await GetAsync($"{Run}/actions"))["value"]!.ToDictionary(action => (string)action["name"]!, action => (string?)action["properties"]!["status"]);
        Assert.Equal(new Dictionary<string, string?> { ["Each"] = "Succeeded", ["Call"] = "Succeeded", ["Count"] = "Succeeded", ["Never"] = "Skipped", ["Answer"] = "Succeeded" }, actions);
    }

    [Fact]
    public async Task Repetitions_WithoutTop_AreAllInOneAnswerInTheirOrder()
    {
        folder.WithActions("many", """{"Each":{"type":"Foreach","foreach":"@range(0,120)","runAfter":{},"actions":{"One":{"type":"Compose","inputs":"@items('Each')"}}}}""");
        await using var many = await TestEngine.StartAsync(folder);
        await many.CallAsync("many", null);
        await many.SettleAsync();
        var list = many.Engine.History.Repetitions("many", many.Runs("many").Single(), "One", new PageRequest())!;
        Assert.Equal(Enumerable.Range(0, 120), list["value"]!.Select(one => (int)one["properties"]!["repetitionIndexes"]![0]!["itemIndex"]!));
        Assert.Null(list["nextLink"]);
    }

    [Fact]
    public async Task RequestHistories_OfARetriedCall_SayWhatWasSentAndAnswered()
    {
        var entries = (await GetAsync($"{Run}/actions/Call/repetitions/000000/requestHistories"))["value"]!;
        Assert.Equal([500, 200], entries.Select(entry => (int)entry["properties"]!["response"]!["statusCode"]!));
        Assert.All(entries, entry => Assert.Equal("http://service/rows", (string?)entry["properties"]!["request"]!["uri"]));
        Assert.Equal("""{"a":1}""", await host.Client.GetStringAsync((string)entries.Last()["properties"]!["response"]!["bodyLink"]!["uri"]!));
        Assert.DoesNotContain("Authorization", entries.ToString(), StringComparison.Ordinal);
        Assert.Empty((await GetAsync($"{Run}/actions/Call/repetitions/000001/requestHistories"))["value"]!);
    }

    [Fact]
    public async Task ContentLinks_OfTriggerActionAndRepetition_NeedNoFurtherIdentity()
    {
        var properties = (await GetAsync(Run))["properties"]!;
        var trigger = JObject.Parse(await host.Client.GetStringAsync((string)properties["trigger"]!["outputsLink"]!["uri"]!));
        Assert.Equal(("x", "7"), ((string?)trigger["body"], (string?)trigger["relativePathParameters"]!["id"]));
        var repetition = (await GetAsync($"{Run}/actions/Call/repetitions/000001"))["properties"]!;
        Assert.Equal(20, (int)JObject.Parse(await host.Client.GetStringAsync((string)repetition["inputsLink"]!["uri"]!))["body"]!);
        Assert.Equal("20", (string?)repetition["trackedProperties"]!["item"]);
    }

    [Fact]
    public async Task ListCallbackUrl_OfATriggerWithAPath_GivesItsParts()
    {
        var answer = await PostAsync($"{Workflows}/main/triggers/manual/listCallbackUrl");
        var url = JObject.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("{value,method,basePath,queries{api-version,sp,sv,sig},relativePath,relativePathParameters[string]}", Shape(url));
        Assert.Equal(("POST", "rows/{id}", $"{host.Client.BaseAddress}api/main/triggers/manual/invoke"), ((string?)url["method"], (string?)url["relativePath"], (string?)url["basePath"]));
        Assert.Equal("/triggers/manual/run", (string?)url["queries"]!["sp"]);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"{Workflows}/timer/triggers/tick/listCallbackUrl")).StatusCode);
    }

    [Fact]
    public async Task Run_OfATimer_FiresItNow()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync($"{Workflows}/timer/triggers/tick/run")).StatusCode);
        Assert.Single(engine.Runs("timer"));
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"{Workflows}/timer/triggers/none/run")).StatusCode);
    }

    [Fact]
    public async Task Cancel_OfAnUnfinishedRun_EndsIt()
    {
        var started = await engine.InvokeAsync("long");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"{Workflows}/long/runs/{started.RunId}/cancel")).StatusCode);
        await engine.Engine.Activity.WhenIdleAsync();
        Assert.Equal("Cancelled", (string?)(await GetAsync($"{Workflows}/long/runs/{started.RunId}"))["properties"]!["status"]);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"{Workflows}/long/runs/{started.RunId}/cancel")).StatusCode);
    }

    [Fact]
    public async Task Response_OfTheLastAction_ComesWhenTheRunShowsItsFinalStatus()
    {
        folder.WithActions("last", """{"Answer":{"type":"Response","inputs":{"statusCode":200},"runAfter":{}},"Other":{"type":"Compose","inputs":1,"runAfter":{"Answer":["Failed"]}}}""");
        await using var fast = await TestEngine.StartAsync(folder);
        for (var i = 0; i < 25; i++)
        {
            var answer = await fast.InvokeAsync("last");
            Assert.Equal("Succeeded", (string?)fast.Engine.History.Run("last", answer.RunId!)!["properties"]!["status"]);
        }
    }

    // Names in their order; of a list, its first element. Headers that the platform sets are one word.
    private static string Shape(JToken json) => json switch
    {
        JObject { Count: > 10 } headers when headers.ContainsKey("x-ms-workflow-id") => "{HEADERS}",
        JObject body => $"{{{string.Join(',', body.Properties().Select(property => property.Name + (property.Value is JContainer ? Shape(property.Value) : "")))}}}",
        JArray { First: JContainer first } => $"[{Shape(first)}]",
        JArray { Count: > 0 } => "[string]",
        JArray => "[]",
        _ => "",
    };

    private async Task<JObject> GetAsync(string path) => JObject.Parse(await host.Client.GetStringAsync(path.Replace("RUN", run, StringComparison.Ordinal)));

    private Task<HttpResponseMessage> PostAsync(string path) => host.Client.PostAsync(path, new StringContent("", Encoding.UTF8));
}
