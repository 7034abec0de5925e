using System.Net;
using LogicAppUnit;
using LogicAppUnit.Mocking;

namespace B2BConnector.Workflows.Tests.Units.MirrorDecision;

/// <summary>A decision of headquarters goes back to Sales as a note: policy Annotate. Truth: the descriptions in workflow.json and plan_mirror.csx.</summary>
public sealed class MirrorDecisionTests() : WritingIssueTests("mirror-decision", "Read_lead")
{
    private const string Rejected = """{"legalEntity":"usrt","prospectId":"P-000042","status":"Rejected"}""";
    private const string Pending = """{"legalEntity":"usrt","prospectId":"P-000042","status":"Pending"}""";
    private const string MirroredLead = """{"leadid":"7e8f1a52-0c6d-4d0b-8b0e-0d1f6f1d2a01","statecode":0,"b2b_prospectstatus":726000001}""";

    public static TheoryData<string, string> Calls => Failure.OfEach("Get_prospect", "Read_lead", "Write_decision_note", "Mirror_status_on_lead");

    [Fact]
    public void Decision_Approved_IsNotedAndMirrored()
    {
        using var played = Play();

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, """{"outcome":"mirrored"}""")
            .Called("Get_prospect", "Read_lead", "Write_decision_note", "Mirror_status_on_lead")
            .Sent("Write_decision_note")
            .Sent("Mirror_status_on_lead");
        Assert.EndsWith("/prospects/usrt/P-000042", played.Address("Get_prospect"), StringComparison.Ordinal);
    }

    [Fact]
    public void Decision_Rejected_IsNotedAndMirrored()
    {
        using var played = Play(runner => Answer(runner, "Get_prospect", Rejected));

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, """{"outcome":"mirrored"}""")
            .Sent("Write_decision_note", "Write_decision_note.rejected")
            .Sent("Mirror_status_on_lead", "Mirror_status_on_lead.rejected");
    }

    [Fact]
    public void Prospect_StillPending_ChangesNothing()
    {
        using var played = Play(runner => Answer(runner, "Get_prospect", Pending));

        played.Ends(WorkflowRunStatus.Succeeded).Answers(HttpStatusCode.OK, """{"outcome":"nothingToDo"}""").Called("Get_prospect", "Read_lead");
    }

    [Fact]
    public void Decision_ComesTwice_IsMirroredOnce()
    {
        using var played = Play(runner => runner.AddMockResponse(MockRequestMatcher.Create().FromAction("Read_lead").WithNotMatchCount(1))
            .RespondWith(MockResponseBuilder.Create().WithContentAsJson(MirroredLead))).Again();

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, """{"outcome":"nothingToDo"}""")
            .Called("Get_prospect", "Read_lead", "Write_decision_note", "Mirror_status_on_lead", "Get_prospect", "Read_lead");
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_Fails_BecomesAnIssue(string action, string failure)
    {
        using var played = PlayWith(action, failure);

        AssertIssue(played, failure);
    }

    [Fact]
    public void Issue_AfterAnEarlierOne_CountsTheAttempts()
    {
        using var played = Play(runner =>
        {
            new Failure("500").Hit(runner, "Get_prospect");
            Answer(runner, "Read_sync_issue", """{"b2b_attempts":3}""");
        });

        AssertIssue(played, "500", attempts: 4).Called("Get_prospect", "Read_sync_issue", "Write_sync_issue");
    }
}
