using System.Net;
using LogicAppUnit;
using LogicAppUnit.Mocking;

namespace B2BConnector.Workflows.Tests.Units.DecideProspect;

/// <summary>Commerce makes the hierarchy after the approval: the workflow looks each minute, for twenty minutes of the run's time.</summary>
public sealed class LateHierarchyInProcessTests() : CatchingWorkflowTest("decide-prospect", mendFirst: DecideProspectTests.Remedy)
{
    private const string Approved = """{"status":"Approved","alreadyDecided":false,"hierarchyId":null}""";
    private const string WithoutHierarchy = """{"status":"Approved","hierarchy":null}""";

    [Fact]
    public void Hierarchy_AfterThreeMinutes_IsMirrored()
    {
        using var played = Play(runner =>
        {
            Answer(runner, "Approve_prospect", Approved);
            runner.AddMockResponse(MockRequestMatcher.Create().FromAction("Get_prospect_again").WithMatchCount(1, 2, 3))
                .RespondWith(MockResponseBuilder.Create().WithContentAsJson(WithoutHierarchy));
        });

        played.Ends(WorkflowRunStatus.Succeeded).Answers(HttpStatusCode.OK).Sent("Mirror_status_on_lead");
        Assert.Equal(4, played.Runner.GetWorkflowActionRepetitionCount("Get_prospect_again"));
        var looks = played.Runner.MockRequests.Where(call => call.RequestUri.AbsolutePath.EndsWith("/prospects/usrt/P-000042", StringComparison.Ordinal)).ToList();
        Assert.Equal(TimeSpan.FromMinutes(3), looks[^1].Timestamp - looks[0].Timestamp);
    }

    // The caller had its answer; a person finds the reason and what to do.
    [Fact]
    public void Hierarchy_ThatNeverComes_BecomesAnIssueAfterTwentyLooks()
    {
        using var played = Play(runner =>
        {
            Answer(runner, "Approve_prospect", Approved);
            Answer(runner, "Get_prospect_again", WithoutHierarchy);
        });

        played.Ends(WorkflowRunStatus.Failed, "SyncIssueWritten").Answers(HttpStatusCode.OK);
        Assert.Equal(20, played.Runner.GetWorkflowActionRepetitionCount("Get_prospect_again"));
        var issue = played.Body("Write_sync_issue");
        Assert.Equal("Commerce approved the prospect P-000042, but made no hierarchy with an administrator within 20 minutes.", (string?)issue["b2b_reason"]);
        Assert.StartsWith("Mend the prospect that the reason names in Commerce", (string)issue["b2b_remedy"]!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Looking_Fails_BecomesAnIssueAfterTheAnswer(string failure)
    {
        using var played = Play(runner =>
        {
            Answer(runner, "Approve_prospect", Approved);
            new Failure(failure).Hit(runner, "Get_prospect_again");
        });

        AssertIssueOnly(played, failure).Answers(HttpStatusCode.OK, """{"outcome":"approved","reason":"An opportunity of the prospect is won."}""");
        Assert.Contains("Get_prospect_again", played.Callers);
    }
}
