using System.Net;
using LogicAppUnit;

namespace B2BConnector.Workflows.Tests.Units.CreateLead;

/// <summary>A prospect becomes a lead. Truth: the descriptions in workflow.json and map_prospect_to_lead.csx.</summary>
public sealed class CreateLeadTests() : WritingIssueTests("create-lead", "Get_prospect", mendFirst: "Mend what the reason names, then set the issue to Retry.")
{
    private const string Created = """{"leadId":"7e8f1a52-0c6d-4d0b-8b0e-0d1f6f1d2a01","created":true}""";
    private const string Found = """{"leadId":"7e8f1a52-0c6d-4d0b-8b0e-0d1f6f1d2a01","created":false}""";

    public static TheoryData<string, string> Calls => Failure.OfEach("Get_prospect", "Match_existing_accounts");

    [Fact]
    public void Prospect_New_BecomesALead()
    {
        using var played = Play();

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, Created)
            .Called("Get_prospect", "Match_existing_accounts", "Add_lead")
            .Sent("Match_existing_accounts")
            .Sent("Add_lead");
        Assert.Equal("usrt:P-000042", played.Runner.WorkflowClientTrackingId);
    }

    [Fact]
    public void Prospect_OfAKnownCompany_IsLinkedToIt()
    {
        using var played = Play(runner => Answer(runner, "Match_existing_accounts", """{"AccountId":"1a5f0a52-0c6d-4d0b-8b0e-0d1f6f1d2d01","ContactId":"2b5f0a52-0c6d-4d0b-8b0e-0d1f6f1d2e01"}"""));

        played.Ends(WorkflowRunStatus.Succeeded).Sent("Add_lead", "Add_lead.known-company");
    }

    // Refused as a double, or added although no answer came: the lead that is there counts, and what a seller wrote on it stays.
    [Theory]
    [MemberData(nameof(Failures))]
    public void Adding_Fails_FindsTheLeadThatIsThere(string failure)
    {
        using var played = PlayWith("Add_lead", failure);

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, Found)
            .Called("Get_prospect", "Match_existing_accounts", "Add_lead", "Get_existing_lead", "Write_timeline_note")
            .Sent("Write_timeline_note");
    }

    [Fact]
    public void Prospect_ComesTwice_HasOneLeadWithOneId()
    {
        using var played = Play(runner =>
        {
            runner.AddMockResponse(LogicAppUnit.Mocking.MockRequestMatcher.Create().FromAction("Add_lead").WithNotMatchCount(1))
                .RespondWith(LogicAppUnit.Mocking.MockResponseBuilder.Create().WithStatusCode(HttpStatusCode.PreconditionFailed));
        }).Again();

        played.Ends(WorkflowRunStatus.Succeeded).Answers(HttpStatusCode.OK, Found).Sent("Add_lead").Sent("Add_lead", call: 1);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_Fails_BecomesAnIssue(string action, string failure)
    {
        using var played = PlayWith(action, failure);

        AssertIssue(played, failure);
        Assert.DoesNotContain("Add_lead", played.Callers);
    }

    // Neither added nor there: why it was not added is what a person has to know.
    [Theory]
    [MemberData(nameof(Failures))]
    public void Lead_NeitherAddedNorThere_BecomesAnIssue(string failure)
    {
        using var played = Play(runner =>
        {
            new Failure(failure).Hit(runner, "Add_lead");
            new Failure("404").Hit(runner, "Get_existing_lead");
        });

        AssertIssue(played, failure);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void ReadingTheLead_Fails_SaysWhyItWasNotAdded(string failure)
    {
        using var played = Play(runner =>
        {
            new Failure("409").Hit(runner, "Add_lead");
            new Failure(failure).Hit(runner, "Get_existing_lead");
        });

        AssertIssue(played, "409");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Note_Fails_SaysWhyThereIsNone(string failure)
    {
        using var played = Play(runner =>
        {
            new Failure("409").Hit(runner, "Add_lead");
            new Failure(failure).Hit(runner, "Write_timeline_note");
        });

        AssertIssue(played, failure);
    }
}
