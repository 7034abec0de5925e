using System.Diagnostics;
using System.Net;
using LogicAppUnit;
using LogicAppUnit.Mocking;

namespace B2BConnector.Workflows.Tests.InProcess;

/// <summary>Waits cost no time, but they are waited for.</summary>
public sealed class VirtualTimeTests
{
    private const string Asynchronous = """
        {"Call":[http],
         "Answer":{"type":"Response","kind":"Http","operationOptions":"Asynchronous","inputs":{"statusCode":201,"body":"done"},"runAfter":{"Call":["Succeeded"]}}}
        """;

    [Fact]
    public void Answer_AfterAMinute_IsAMinuteLaterOnTheRunsClock()
    {
        using var project = new MakerProject("""
            {"Before":{"type":"Compose","inputs":"@utcNow()","runAfter":{}},
             "Call":{"type":"Http","inputs":{"method":"GET","uri":"@parameters('service')"},"runAfter":{"Before":["Succeeded"]}},
             "After":{"type":"Compose","inputs":"@utcNow()","runAfter":{"Call":["Succeeded"]}}}
            """);
        using var runner = project.Triggered(run => run.AddMockResponse(MockRequestMatcher.Create()).RespondWith(MockResponseBuilder.Create().AfterDelay(60)));

        Assert.Equal(TimeSpan.FromMinutes(1), (DateTime)runner.GetWorkflowActionOutput("After") - (DateTime)runner.GetWorkflowActionOutput("Before"));
    }

    [Fact]
    public void Answer_AfterTheTimeOut_DoesNotCome()
    {
        using var project = new MakerProject("""{"Call":[http]}""");
        using var runner = project.Triggered(run => run.AddMockResponse(MockRequestMatcher.Create()).RespondWith(MockResponseBuilder.Create().AfterDelay(TimeSpan.FromMinutes(4))));

        Assert.Equal(WorkflowRunStatus.Failed, runner.WorkflowRunStatus);
        Assert.Equal("GatewayTimeout", (string?)runner.GetWorkflowAction("Call")["code"]);
    }

    [Fact]
    public void Response_Asynchronous_IsWaitedForWhenTheTestSaysSo()
    {
        using var project = new MakerProject(Asynchronous);
        using var runner = project.Runner();
        runner.AddMockResponse(MockRequestMatcher.Create()).RespondWith(MockResponseBuilder.Create().AfterDelay(20));

        Assert.Equal(HttpStatusCode.Accepted, runner.TriggerWorkflow(HttpMethod.Post).StatusCode);
        runner.WaitForAsynchronousResponse(30);
        Assert.Equal(HttpStatusCode.Created, runner.TriggerWorkflow(HttpMethod.Post).StatusCode);
        runner.WaitForAsynchronousResponse(10);
        Assert.Contains("more than 10 seconds", Assert.Throws<TestException>(() => runner.TriggerWorkflow(HttpMethod.Post)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ThatTakesTooLong_EndsTheTestWithTheLimit()
    {
        using var project = new MakerProject("""{"Wait":{"type":"Wait","inputs":{"interval":{"count":3,"unit":"Month"}},"runAfter":{}}}""");
        using var runner = project.Runner();

        Assert.Contains("maxWorkflowExecutionDuration", Assert.Throws<TestException>(() => runner.TriggerWorkflow(HttpMethod.Post)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_OfWaiting_CostNoTime()
    {
        using var project = new MakerProject("""{"Wait":{"type":"Wait","inputs":{"interval":{"count":1,"unit":"Day"}},"runAfter":{}}}""");
        var started = Stopwatch.GetTimestamp();
        using var runner = project.Triggered();

        Assert.Equal(WorkflowRunStatus.Succeeded, runner.WorkflowRunStatus);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1));
    }
}
