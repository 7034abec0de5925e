using B2BConnector.Runtime.Storage;
using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests;

/// <summary>The engine ends abruptly at some point and starts again on the same file.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly ProjectFolder folder = new();
    private readonly TestClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Crash_DuringACall_RunsThatActionAgainAndNoOther()
    {
        folder.WithActions("main", """
            {
              "First": {"type":"Http","inputs":{"method":"GET","uri":"http://api/first"}},
              "Second": {"type":"Http","inputs":{"method":"GET","uri":"http://api/second"},"runAfter":{"First":["Succeeded"]}},
              "Third": {"type":"Compose","inputs":"@body('First')","runAfter":{"Second":["Succeeded"]}}
            }
            """);
        var reached = new TaskCompletionSource();
        var http = new FakeHttp(async (call, cancellation) =>
        {
            if (call.Url.EndsWith("second", StringComparison.Ordinal))
            {
                reached.SetResult();
                await new TaskCompletionSource().Task.WaitAsync(cancellation); // never answers
            }

            return FakeHttp.Json(200, """{"n":1}""");
        });
        string run;
        await using (var engine = await StartAsync(http))
        {
            run = (await engine.InvokeAsync("main")).RunId!;
            await reached.Task;
            await engine.Engine.CrashAsync();
        }

        var again = new FakeHttp(_ => FakeHttp.Json(200, "{}"));
        await using var second = await StartAsync(again);
        await second.SettleAsync();
        Assert.Equal(["http://api/second"], again.Calls.Select(call => call.Url));
        Assert.Equal("""{"n":1}""", CaseRunner.Text(second.Output("main", run, "Third")));
        Assert.Equal("Succeeded", Status(second, "main", run));
    }

    [Fact]
    public async Task Crash_BeforeAnAsynchronousResponse_IsAnsweredAtTheSameStatusAddress()
    {
        folder.WithActions("main", """
            {
              "Pause": {"type":"Wait","inputs":{"interval":{"count":1,"unit":"Hour"}}},
              "Answer": {"type":"Response","kind":"Http","inputs":{"statusCode":200,"body":"done"},"operationOptions":"Asynchronous","runAfter":{"Pause":["Succeeded"]}}
            }
            """);
        TriggerResponse accepted;
        await using (var engine = await StartAsync(new FakeHttp(_ => FakeHttp.Json(200, "{}"))))
        {
            accepted = await engine.InvokeAsync("main");
            await engine.Engine.Activity.WhenIdleAsync();
            await engine.Engine.CrashAsync();
        }

        await using var second = await StartAsync(new FakeHttp(_ => FakeHttp.Json(200, "{}")));
        var waiting = second.Engine.AnswerOf(accepted.RunId!)!;
        await second.SettleAsync();

        Assert.Equal((202, accepted.Headers["Location"]), (waiting.StatusCode, waiting.Headers["Location"]));
        Assert.Equal((200, "done"), (second.Engine.AnswerOf(accepted.RunId!)!.StatusCode, (string?)second.Engine.AnswerOf(accepted.RunId!)!.Body));
    }

    [Fact]
    public async Task Stop_WhileACallFails_KeepsNoFailureAndCallsAgain()
    {
        folder.WithActions("main", """{"Call": {"type":"Http","inputs":{"method":"GET","uri":"http://api/x","retryPolicy":{"type":"none"}}}}""");
        var reached = new TaskCompletionSource();
        var http = new FakeHttp(async (_, cancellation) =>
        {
            var stops = new TaskCompletionSource();
            using var registration = cancellation.Register(stops.SetResult);
            reached.SetResult();
            await stops.Task;
            throw new HttpRequestException("Connection refused"); // the system called stops in the same moment
        });
        string run;
        await using (var engine = await StartAsync(http))
        {
            run = (await engine.InvokeAsync("main")).RunId!;
            await reached.Task;
            await engine.Engine.StopWorkAsync();
            Assert.Equal("Running", Status(engine, "main", run));
        }

        var again = new FakeHttp(_ => FakeHttp.Json(200, "{}"));
        await using var second = await StartAsync(again);
        await second.SettleAsync();
        Assert.Single(again.Calls);
        Assert.Equal("Succeeded", Status(second, "main", run));
    }

    [Fact]
    public async Task Crash_DuringWaitsAndRetries_KeepsTheirDueTime()
    {
        folder.WithActions("main", """
            {
              "Pause": {"type":"Wait","inputs":{"interval":{"count":1,"unit":"Hour"}}},
              "Call": {"type":"Http","inputs":{"method":"GET","uri":"http://api/x","retryPolicy":{"type":"fixed","count":3,"interval":"PT10M"}}}
            }
            """);
        var answers = 0;
        HttpResponseMessage Answer(RecordedCall call) => FakeHttp.Json(++answers < 3 ? 503 : 200, "{}");
        string run;
        var start = clock.GetUtcNow();
        await using (var engine = await StartAsync(new FakeHttp(Answer)))
        {
            run = (await engine.InvokeAsync("main")).RunId!;
            await engine.Engine.Activity.WhenIdleAsync();
            clock.Advance(TimeSpan.FromMinutes(4));
            await engine.Engine.CrashAsync();
        }

        await using var second = await StartAsync(new FakeHttp(Answer));
        await second.SettleAsync();
        Assert.Equal(3, answers);
        Assert.Equal(2, second.Action("main", run, "Call")["retryHistory"]!.Count());
        Assert.Equal(JsonText.Time(start.AddMinutes(20)), (string?)second.Action("main", run, "Call")["endTime"]);
        Assert.Equal(JsonText.Time(start.AddHours(1)), (string?)second.Action("main", run, "Pause")["endTime"]);
    }

    [Fact]
    public async Task Crash_InLoopsAndVariables_GoesOnWithTheSameItemsAndValues()
    {
        folder.WithActions("main", """
            {
              "Init": {"type":"InitializeVariable","inputs":{"variables":[{"name":"sum","type":"integer","value":0}]}},
              "Each": {"type":"Foreach","foreach":"@triggerBody()","operationOptions":"Sequential","runAfter":{"Init":["Succeeded"]},"actions":{
                "Add": {"type":"IncrementVariable","inputs":{"name":"sum","value":"@item()"}},
                "Times": {"type":"Until","expression":"@equals(iterationIndexes('Times'),1)","limit":{"count":5,"timeout":"PT10H"},"runAfter":{"Add":["Succeeded"]},"actions":{
                  "Pause": {"type":"Wait","inputs":{"interval":{"count":1,"unit":"Minute"}}}
                }}
              }},
              "Sum": {"type":"Compose","inputs":"@variables('sum')","runAfter":{"Each":["Succeeded"]}}
            }
            """);
        string run;
        await using (var engine = await StartAsync())
        {
            run = (await engine.InvokeAsync("main", new JArray(1, 10, 100))).RunId!;
            await engine.Engine.Activity.WhenIdleAsync();
            await engine.Engine.CrashAsync();
        }

        for (var crash = 0; crash < 5; crash++)
        {
            await using var engine = await StartAsync();
            await engine.Engine.Activity.WhenIdleAsync();
            clock.JumpToNext();
            await engine.Engine.Activity.WhenIdleAsync();
            await engine.Engine.CrashAsync();
        }

        await using var last = await StartAsync();
        await last.SettleAsync();
        Assert.Equal("111", CaseRunner.Text(last.Output("main", run, "Sum")));
        Assert.Equal(6, (int)last.Action("main", run, "Pause")["repetitionCount"]!);
        Assert.Equal("Succeeded", Status(last, "main", run));
    }

    [Fact]
    public async Task Crash_WhileAParentWaits_DoesNotStartTheChildTwice()
    {
        folder.WithActions("parent", """{"Call":{"type":"Workflow","inputs":{"host":{"workflow":{"id":"child"}},"body":{"n":1}}},"Read":{"type":"Compose","inputs":"@body('Call')","runAfter":{"Call":["Succeeded"]}}}""")
            .WithActions("child", """{"Pause":{"type":"Wait","inputs":{"interval":{"count":1,"unit":"Hour"}}},"Answer":{"type":"Response","inputs":{"statusCode":200,"body":"@triggerBody()"},"runAfter":{"Pause":["Succeeded"]}}}""");
        string run;
        await using (var engine = await StartAsync())
        {
            run = (await engine.InvokeAsync("parent")).RunId!;
            await engine.Engine.Activity.WhenIdleAsync();
            await engine.Engine.CrashAsync();
        }

        await using var second = await StartAsync();
        await second.SettleAsync();
        Assert.Single(second.Runs("child"));
        Assert.Equal("""{"n":1}""", CaseRunner.Text(second.Output("parent", run, "Read")));
    }

    [Fact]
    public async Task Restart_WithAChangedWorkflow_FinishesTheRunWithItsOwnVersion()
    {
        folder.WithActions("main", """{"Pause":{"type":"Wait","inputs":{"interval":{"count":1,"unit":"Hour"}}},"Old":{"type":"Compose","inputs":"old","runAfter":{"Pause":["Succeeded"]}}}""");
        string run;
        await using (var engine = await StartAsync())
        {
            run = (await engine.InvokeAsync("main")).RunId!;
            await engine.Engine.Activity.WhenIdleAsync();
        }

        folder.WithActions("main", """{"New":{"type":"Compose","inputs":"new"}}""");
        await using var second = await StartAsync();
        await second.SettleAsync();
        Assert.Equal("\"old\"", CaseRunner.Text(second.Output("main", run, "Old")));
    }

    [Fact]
    public async Task Start_OnAStoreInUse_SaysSo()
    {
        folder.WithActions("main", "{}");
        await using var engine = await StartAsync();
        var exception = await Assert.ThrowsAsync<StoreLockedException>(() => StartAsync());
        Assert.Contains("in use by another process", exception.Message, StringComparison.Ordinal);
    }

    private Task<TestEngine> StartAsync(FakeHttp? http = null) => TestEngine.StartAsync(folder, http, clock, folder.StorePath, seed: NextSeed());

    // A new process has other ids.
    private int seed;

    private int NextSeed() => ++seed;

    private static string? Status(TestEngine engine, string workflow, string run) => (string?)engine.Engine.History.Run(workflow, run)!["properties"]!["status"];
}
