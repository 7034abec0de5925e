using System.Globalization;
using System.Net;
using LogicAppUnit;
using LogicAppUnit.Mocking;

namespace B2BConnector.Workflows.Tests.Units.MirrorDecision;

/// <summary>Calls are repeated as their retry policies say. Truth: docs/reliability.md and the platform's rules: 408, 429 and 5xx and no answer are tried again.</summary>
public sealed class RetryInProcessTests() : KeepsRetriesInProcess("mirror-decision")
{
    public static TheoryData<string> Actions => new("Get_prospect", "Read_lead", "Write_decision_note", "Mirror_status_on_lead");

    [Theory]
    [MemberData(nameof(Actions))]
    public void Call_FailsTwice_IsRepeatedUntilItSucceeds(string action)
    {
        using var played = Play(runner => FailFirst(runner, action, 2));

        played.Ends(WorkflowRunStatus.Succeeded).Answers(HttpStatusCode.OK, """{"outcome":"mirrored"}""");
        Assert.Equal(3, played.Callers.Count(name => name == action));
    }

    [Theory]
    [InlineData("400", 1)]
    [InlineData("404", 1)]
    [InlineData("409", 1)]
    [InlineData("429", 5)]
    [InlineData("500", 5)]
    [InlineData("timeout", 5)]
    public void Call_FailsAlways_IsMadeOnceOrFiveTimes(string failure, int calls)
    {
        using var played = PlayWith("Read_lead", failure);

        played.Ends(WorkflowRunStatus.Failed, "SyncIssueWritten");
        Assert.Equal(calls, played.Callers.Count(name => name == "Read_lead"));
    }

    [Fact]
    public void Answer_ThatNamesATime_IsRepeatedThen()
    {
        using var played = Play(runner => runner.AddMockResponse(MockRequestMatcher.Create().FromAction("Get_prospect").WithMatchCount(1))
            .RespondWith(MockResponseBuilder.Create().WithStatusCode(HttpStatusCode.TooManyRequests).WithHeader("Retry-After", 90.ToString(CultureInfo.InvariantCulture))));

        var calls = played.Ends(WorkflowRunStatus.Succeeded).Runner.MockRequests;
        Assert.True(calls[1].Timestamp - calls[0].Timestamp >= TimeSpan.FromSeconds(90));
    }

    // The only trace that a person sees is tried for hours.
    [Fact]
    public void Issue_ThatSalesDoesNotTake_IsTriedForHours()
    {
        using var played = Play(runner =>
        {
            new Failure("404").Hit(runner, "Get_prospect");
            FailFirst(runner, "Write_sync_issue", 15);
        });

        var writes = played.Ends(WorkflowRunStatus.Failed, "SyncIssueWritten").Runner.MockRequests[^16..];
        Assert.True(writes[^1].Timestamp - writes[0].Timestamp > TimeSpan.FromHours(2));
    }

    private static void FailFirst(ITestRunner runner, string action, int times) =>
        runner.AddMockResponse(MockRequestMatcher.Create().FromAction(action).WithMatchCount([.. Enumerable.Range(1, times)]))
            .RespondWith(MockResponseBuilder.Create().WithStatusCode(HttpStatusCode.ServiceUnavailable));
}
