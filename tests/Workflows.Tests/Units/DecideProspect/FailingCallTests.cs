using System.Net;

namespace B2BConnector.Workflows.Tests.Units.DecideProspect;

/// <summary>Decisions while a system does not answer as it should.</summary>
public sealed class FailingCallTests() : WritingIssueTests("decide-prospect", "Approve_prospect", "409", "conflict", mendFirst: DecideProspectTests.Remedy)
{
    [Theory]
    [MemberData(nameof(Failures))]
    public void ReadingTheOpportunities_Fails_BecomesAnIssue(string failure)
    {
        using var played = PlayWith("List_opportunities_of_prospect", failure);

        AssertIssue(played, failure);
    }

    // A decision in Commerce is final: 409 is a conflict that a person has to settle.
    [Theory]
    [MemberData(nameof(Failures))]
    public void Approving_Fails_BecomesAnIssue(string failure)
    {
        using var played = PlayWith("Approve_prospect", failure);

        AssertIssue(played, failure, outcome: failure == "409" ? "conflict" : "blocked")
            .Called("List_opportunities_of_prospect", "Approve_prospect", "Read_sync_issue", "Write_sync_issue");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void ReadingTheLead_Fails_BecomesAnIssue(string failure)
    {
        using var played = PlayLost("Read_lead", failure, SalesRows.NoOpportunity);

        AssertIssue(played, failure);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Rejecting_Fails_BecomesAnIssue(string failure)
    {
        using var played = PlayLost("Reject_prospect", failure, SalesRows.Opportunities(withCustomers: true, SalesRows.Lost));

        AssertIssue(played, failure, outcome: failure == "409" ? "conflict" : "blocked");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void EnsuringCustomers_FailsBeforeAnApproval_BecomesAnIssue(string failure)
    {
        using var played = PlayLost("Ensure_customers_first", failure, SalesRows.Opportunities(withCustomers: false, SalesRows.Won));

        AssertIssue(played, failure);
        Assert.DoesNotContain("Approve_prospect", played.Callers);
    }

    // Nobody needs customers of a request that is rejected.
    [Theory]
    [MemberData(nameof(Failures))]
    public void EnsuringCustomers_FailsBeforeARejection_RejectsAllTheSame(string failure)
    {
        using var played = PlayLost("Ensure_customers_of_lost_lead", failure, SalesRows.Opportunities(withCustomers: false, SalesRows.Lost));

        played.Answers(HttpStatusCode.OK, """{"outcome":"rejected","reason":"Every opportunity of the prospect is lost."}""");
        Assert.Contains("Mirror_status_on_lead", played.Callers);
    }

    // The caller has its answer already.
    [Theory]
    [MemberData(nameof(Failures))]
    public void Mirroring_Fails_BecomesAnIssueAfterTheAnswer(string failure)
    {
        using var played = PlayWith("Mirror_status_on_lead", failure);

        AssertIssueOnly(played, failure)
            .Answers(HttpStatusCode.OK, """{"outcome":"approved","reason":"An opportunity of the prospect is won."}""")
            .Called("List_opportunities_of_prospect", "Approve_prospect", "Mirror_status_on_lead", "Read_sync_issue", "Write_sync_issue");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void WritingNumbersAfterwards_Fails_BecomesAnIssueAfterTheAnswer(string failure)
    {
        using var played = Play(runner =>
        {
            Answer(runner, "List_opportunities_of_prospect", SalesRows.Opportunities(withCustomers: false, SalesRows.Won));
            Answer(runner, "Ensure_customers_first", """{"organization":{"outcome":"onApproval"}}""");
            new Failure(failure).Hit(runner, "Write_their_numbers_to_Sales");
        });

        AssertIssueOnly(played, failure).Answers(HttpStatusCode.OK);
    }

    private Played PlayLost(string action, string failure, string opportunities) => Play(runner =>
    {
        Answer(runner, "List_opportunities_of_prospect", opportunities);
        new Failure(failure).Hit(runner, action);
    });
}
