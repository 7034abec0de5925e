using LogicAppUnit;
using LogicAppUnit.Mocking;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Units.ReplayIssue;

/// <summary>A person sets a sync issue to Retry. Truth: the descriptions in workflow.json and docs/issues.md.</summary>
public sealed class ReplayIssueTests() : WorkflowTest("replay-issue")
{
    private const string NotModified = "W/\"2001\"";

    public static TheoryData<string> Failures => new(Way.Failures);

    public static TheoryData<string, string> Steps => new()
    {
        { "create-lead", "Replay_create_lead" },
        { "ensure-customers", "Replay_ensure_customers" },
        { "decide-prospect", "Replay_decide_prospect" },
        { "mirror-decision", "Replay_mirror_decision" },
    };

    public static TheoryData<string, string> Replays =>
        Failure.OfEach("Replay_create_lead", "Replay_ensure_customers", "Replay_decide_prospect", "Replay_mirror_decision");

    [Theory]
    [MemberData(nameof(Steps))]
    public void Issue_OfAStep_IsReplayedThroughItsWorkflowAndSolved(string step, string action)
    {
        using var played = Play(runner => Answer(runner, "Read_issue", Issue(step)));

        played.Ends(WorkflowRunStatus.Succeeded).Called("Read_issue", action, "Close_issue").Sent(action).Sent("Close_issue");
        Assert.Equal(NotModified, played.Header("Close_issue", "If-Match"));
    }

    [Fact]
    public void Issue_OfReconcile_IsOnlySolved()
    {
        using var played = Play(runner => Answer(runner, "Read_issue", Issue("reconcile")));

        played.Ends(WorkflowRunStatus.Succeeded).Called("Read_issue", "Close_issue").Sent("Close_issue");
    }

    [Fact]
    public void Issue_OfAnUnknownStep_IsOpenAgainWithARemedy()
    {
        using var played = Play(runner => Answer(runner, "Read_issue", Issue("by-hand")));

        played.Ends(WorkflowRunStatus.Failed, "UnknownStep")
            .Called("Read_issue", "Reopen_issue_of_unknown_step")
            .Sent("Reopen_issue_of_unknown_step");
        Assert.Equal("No workflow replays the step 'by-hand'.", played.Runner.WorkflowTerminationMessage);
    }

    // The event is a hint: the second delivery finds what the first one did.
    [Theory]
    [InlineData(726000000)]
    [InlineData(726000002)]
    [InlineData(726000003)]
    public void Issue_NoLongerToBeRetried_IsLeftAlone(int status)
    {
        using var played = Play(runner => Answer(runner, "Read_issue", Issue("create-lead", status)));

        played.Ends(WorkflowRunStatus.Succeeded).Called("Read_issue");
    }

    [Fact]
    public void Issue_SetTwice_IsReplayedOnce()
    {
        using var played = Play(runner =>
        {
            runner.AddMockResponse(MockRequestMatcher.Create().FromAction("Read_issue").WithNotMatchCount(1))
                .RespondWith(MockResponseBuilder.Create().WithContentAsJson(Issue("create-lead", 726000003)));
        }).Again();

        played.Ends(WorkflowRunStatus.Succeeded).Called("Read_issue", "Replay_create_lead", "Close_issue", "Read_issue");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Reading_Fails_DoesNothing(string failure)
    {
        using var played = PlayWith("Read_issue", failure);

        played.Ends(WorkflowRunStatus.Failed, "ActionFailed").Called("Read_issue");
    }

    [Theory]
    [MemberData(nameof(Replays))]
    public void Step_FailsAgain_IsOpenAgain(string action, string failure)
    {
        var step = action["Replay_".Length..].Replace('_', '-');
        using var played = Play(runner =>
        {
            Answer(runner, "Read_issue", Issue(step));
            new Failure(failure).Hit(runner, action);
        });

        played.Ends(WorkflowRunStatus.Failed, "FailedAgain").Called("Read_issue", action, "Reopen_issue").Sent("Reopen_issue");
        Assert.Equal(NotModified, played.Header("Reopen_issue", "If-Match"));
    }

    // Whether or not it could be reopened, the run says that the step failed.
    [Theory]
    [MemberData(nameof(Failures))]
    public void Reopening_Fails_StillSaysThatTheStepFailed(string failure)
    {
        using var played = Play(runner =>
        {
            new Failure("409").Hit(runner, "Replay_create_lead");
            new Failure(failure).Hit(runner, "Reopen_issue");
        });

        played.Ends(WorkflowRunStatus.Failed, "FailedAgain").Called("Read_issue", "Replay_create_lead", "Reopen_issue");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void ReopeningOfAnUnknownStep_Fails_StillSaysSo(string failure)
    {
        using var played = Play(runner =>
        {
            Answer(runner, "Read_issue", Issue("by-hand"));
            new Failure(failure).Hit(runner, "Reopen_issue_of_unknown_step");
        });

        played.Ends(WorkflowRunStatus.Failed, "UnknownStep");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Closing_Fails_SaysThatTheStepIsDone(string failure)
    {
        using var played = PlayWith("Close_issue", failure);

        played.Ends(WorkflowRunStatus.Failed, "IssueNotClosed").Called("Read_issue", "Replay_create_lead", "Close_issue");
    }

    // Somebody wrote it meanwhile: it says itself what is to be done.
    [Fact]
    public void Closing_OfAnIssueThatWasWritten_LeavesIt()
    {
        using var played = Play(runner => runner.AddMockResponse(MockRequestMatcher.Create().FromAction("Close_issue"))
            .RespondWith(MockResponseBuilder.Create().WithStatusCode(System.Net.HttpStatusCode.PreconditionFailed)));

        played.Ends(WorkflowRunStatus.Succeeded).Called("Read_issue", "Replay_create_lead", "Close_issue");
    }

    private static string Issue(string step, int status = 726000001) => new JObject
    {
        ["@odata.etag"] = NotModified,
        ["b2b_legalentity"] = "usrt",
        ["b2b_prospectid"] = "P-000042",
        ["b2b_step"] = step,
        ["b2b_status"] = status,
    }.ToString();
}
