using System.Net;
using LogicAppUnit;

namespace B2BConnector.Workflows.Tests.Units.MirrorDecision;

/// <summary>The same with the policy Close: lead and opportunities are closed to match.</summary>
public sealed class CloseSalesSideTests() : CatchingWorkflowTest("mirror-decision", ProjectVariant.Closing)
{
    private const string Rejected = """{"legalEntity":"usrt","prospectId":"P-000042","status":"Rejected"}""";
    private const string Qualified = """{"leadid":"7e8f1a52-0c6d-4d0b-8b0e-0d1f6f1d2a01","statecode":1,"b2b_prospectstatus":726000000}""";
    private const string Disqualified = """{"leadid":"7e8f1a52-0c6d-4d0b-8b0e-0d1f6f1d2a01","statecode":2,"b2b_prospectstatus":726000000}""";

    public static TheoryData<string, string> Calls => Failure.OfEach("Qualify_lead", "List_open_opportunities");

    [Fact]
    public void Decision_ApprovedOfAnOpenLead_QualifiesAndWins()
    {
        using var played = Play();

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, """{"outcome":"mirrored"}""")
            .Called("Get_prospect", "Read_lead", "Write_decision_note", "Mirror_status_on_lead", "Qualify_lead", "List_open_opportunities", "Close_opportunity", "Close_opportunity")
            .Sent("Write_decision_note", "Write_decision_note.closing")
            .Sent("Qualify_lead")
            .Sent("Close_opportunity", "Close_opportunity.won.1")
            .Sent("Close_opportunity", "Close_opportunity.won.2", call: 1);
        Assert.EndsWith("/WinOpportunity", played.Address("Close_opportunity"), StringComparison.Ordinal);
        Assert.Equal(2, played.Runner.GetWorkflowActionRepetitionCount("Close_opportunity"));
    }

    [Fact]
    public void Decision_ApprovedOfAQualifiedLead_OnlyWins()
    {
        using var played = Play(runner => Answer(runner, "Read_lead", Qualified));

        played.Ends(WorkflowRunStatus.Succeeded)
            .Called("Get_prospect", "Read_lead", "Write_decision_note", "Mirror_status_on_lead", "List_open_opportunities", "Close_opportunity", "Close_opportunity");
        Assert.Equal(ActionStatus.Skipped, played.Runner.GetWorkflowActionStatus("Qualify_lead"));
    }

    [Fact]
    public void Decision_RejectedOfAnOpenLead_DisqualifiesAndLoses()
    {
        using var played = Play(runner => Answer(runner, "Get_prospect", Rejected));

        played.Ends(WorkflowRunStatus.Succeeded)
            .Called("Get_prospect", "Read_lead", "Write_decision_note", "Mirror_status_on_lead", "Disqualify_lead", "List_open_opportunities", "Close_opportunity", "Close_opportunity")
            .Sent("Disqualify_lead")
            .Sent("Close_opportunity", "Close_opportunity.lost.1");
        Assert.EndsWith("/LoseOpportunity", played.Address("Close_opportunity"), StringComparison.Ordinal);
    }

    [Fact]
    public void Lead_DisqualifiedAlready_IsOnlyNoted()
    {
        using var played = Play(runner => Answer(runner, "Read_lead", Disqualified));

        played.Ends(WorkflowRunStatus.Succeeded).Called("Get_prospect", "Read_lead", "Write_decision_note", "Mirror_status_on_lead");
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_Fails_BecomesAnIssue(string action, string failure)
    {
        using var played = PlayWith(action, failure);

        AssertIssue(played, failure);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Disqualifying_Fails_BecomesAnIssue(string failure)
    {
        using var played = Play(runner =>
        {
            Answer(runner, "Get_prospect", Rejected);
            new Failure(failure).Hit(runner, "Disqualify_lead");
        });

        AssertIssue(played, failure);
    }

    // Steps inside a loop cannot be named outside of it: the issue only says that a step failed.
    [Theory]
    [MemberData(nameof(Failures))]
    public void Closing_OfAnOpportunityFails_BecomesAnIssue(string failure)
    {
        using var played = Play(runner =>
        {
            Answer(runner, "List_open_opportunities", """{"value":[{"opportunityid":"0a5f0a52-0c6d-4d0b-8b0e-0d1f6f1d2b01"}]}""");
            new Failure(failure).Hit(runner, "Close_opportunity");
        });

        played.Ends(WorkflowRunStatus.Failed, "SyncIssueWritten").Answers(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(ActionStatus.Failed, played.Runner.GetWorkflowActionStatus("Close_opportunity", 1));
    }
}
