using System.Net;
using LogicAppUnit;

namespace B2BConnector.Workflows.Tests.Units.DecideProspect;

/// <summary>What the Sales rows say becomes the decision in Commerce. Truth: the descriptions in workflow.json and decide_from_sales_rows.csx.</summary>
public sealed class DecideProspectTests() : CatchingWorkflowTest("decide-prospect", mendFirst: Remedy)
{
    internal const string Remedy = "Compare the prospect in Commerce with its lead and opportunities. A decision in Commerce is final: close the Sales side to match, then set the issue to Retry.";

    [Fact]
    public void Opportunity_Won_IsApprovedAndMirrored()
    {
        using var played = Play();

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, """{"outcome":"approved","reason":"An opportunity of the prospect is won."}""")
            .Called("List_opportunities_of_prospect", "Approve_prospect", "Mirror_status_on_lead")
            .Sent("Mirror_status_on_lead");
        Assert.EndsWith("/prospects/usrt/P-000042/approve", played.Address("Approve_prospect"), StringComparison.Ordinal);
    }

    [Fact]
    public void Opportunity_WonBeforeThereAreCustomers_EnsuresThemFirst()
    {
        using var played = Play(runner => Answer(runner, "List_opportunities_of_prospect", SalesRows.Opportunities(withCustomers: false, SalesRows.Won)));

        played.Ends(WorkflowRunStatus.Succeeded)
            .Called("List_opportunities_of_prospect", "Ensure_customers_first", "Approve_prospect", "Mirror_status_on_lead")
            .Sent("Ensure_customers_first");
    }

    [Fact]
    public void Customers_ThatComeWithTheApproval_AreWrittenToSalesAfterwards()
    {
        using var played = Play(runner =>
        {
            Answer(runner, "List_opportunities_of_prospect", SalesRows.Opportunities(withCustomers: false, SalesRows.Won));
            Answer(runner, "Ensure_customers_first", """{"organization":{"outcome":"onApproval"}}""");
        });

        played.Ends(WorkflowRunStatus.Succeeded)
            .Called("List_opportunities_of_prospect", "Ensure_customers_first", "Approve_prospect", "Mirror_status_on_lead", "Write_their_numbers_to_Sales")
            .Sent("Write_their_numbers_to_Sales");
    }

    [Fact]
    public void Approval_WhoseHierarchyComesLater_IsLookedForBeforeItIsMirrored()
    {
        using var played = Play(runner => Answer(runner, "Approve_prospect", """{"status":"Approved","alreadyDecided":false,"hierarchyId":null}"""));

        played.Ends(WorkflowRunStatus.Succeeded)
            .Called("List_opportunities_of_prospect", "Approve_prospect", "Get_prospect_again", "Mirror_status_on_lead")
            .Sent("Mirror_status_on_lead");
    }

    [Theory]
    [InlineData("approve", "alreadyDecided")]
    [InlineData("reject", "alreadyDecided")]
    public void Prospect_DecidedAlready_SaysSoAndIsMirrored(string decision, string outcome)
    {
        using var played = Play(runner =>
        {
            var state = decision == "approve" ? SalesRows.Won : SalesRows.Lost;
            Answer(runner, "List_opportunities_of_prospect", SalesRows.Opportunities(withCustomers: true, state));
            Answer(runner, "Approve_prospect", """{"status":"Approved","alreadyDecided":true,"hierarchyId":"H-000007"}""");
            Answer(runner, "Reject_prospect", """{"status":"Rejected","alreadyDecided":true}""");
        });

        played.Ends(WorkflowRunStatus.Succeeded);
        Assert.Equal(outcome, (string?)played.Answer()["outcome"]);
        Assert.Equal("Mirror_status_on_lead", played.Callers[^1]);
    }

    [Fact]
    public void Opportunities_AllLost_AreRejected()
    {
        using var played = Play(runner => Answer(runner, "List_opportunities_of_prospect", SalesRows.Opportunities(withCustomers: true, SalesRows.Lost, SalesRows.Lost)));

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, """{"outcome":"rejected","reason":"Every opportunity of the prospect is lost."}""")
            .Called("List_opportunities_of_prospect", "Reject_prospect", "Mirror_status_on_lead")
            .Sent("Reject_prospect")
            .Sent("Mirror_status_on_lead", "Mirror_status_on_lead.rejected");
    }

    [Fact]
    public void Opportunity_LostOfAQualifiedLeadWithoutCustomers_EnsuresThemToo()
    {
        using var played = Play(runner => Answer(runner, "List_opportunities_of_prospect", SalesRows.Opportunities(withCustomers: false, SalesRows.Lost)));

        played.Ends(WorkflowRunStatus.Succeeded)
            .Called("List_opportunities_of_prospect", "Ensure_customers_of_lost_lead", "Reject_prospect", "Mirror_status_on_lead")
            .Sent("Ensure_customers_of_lost_lead");
    }

    [Theory]
    [InlineData(SalesRows.Open)]
    [InlineData(SalesRows.Lost, SalesRows.Open)]
    public void Opportunity_StillOpen_DecidesNothing(params int[] states)
    {
        using var played = Play(runner => Answer(runner, "List_opportunities_of_prospect", SalesRows.Opportunities(withCustomers: true, states)));

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, """{"outcome":"nothingToDo","reason":"An opportunity of the prospect is still open."}""")
            .Called("List_opportunities_of_prospect");
    }

    [Fact]
    public void Lead_Disqualified_IsRejected()
    {
        using var played = Play(runner => Answer(runner, "List_opportunities_of_prospect", SalesRows.NoOpportunity));

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, """{"outcome":"rejected","reason":"The lead is disqualified."}""")
            .Called("List_opportunities_of_prospect", "Read_lead", "Reject_prospect", "Mirror_status_on_lead");
    }

    [Fact]
    public void Lead_Merged_BecomesAnIssueInsteadOfADecision()
    {
        using var played = Play(runner =>
        {
            Answer(runner, "List_opportunities_of_prospect", SalesRows.NoOpportunity);
            Answer(runner, "Read_lead", """{"leadid":"x","statecode":2,"merged":true}""");
        });

        played.Ends(WorkflowRunStatus.Failed, "SyncIssueWritten").Called("List_opportunities_of_prospect", "Read_lead", "Read_sync_issue", "Write_sync_issue");
        Assert.Contains("merged into another one", (string)played.Body("Write_sync_issue")["b2b_reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Lead_StillOpen_DecidesNothing()
    {
        using var played = Play(runner =>
        {
            Answer(runner, "List_opportunities_of_prospect", SalesRows.NoOpportunity);
            Answer(runner, "Read_lead", """{"leadid":"x","statecode":0,"merged":false}""");
        });

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, """{"outcome":"nothingToDo","reason":"Nothing is decided in Sales."}""")
            .Called("List_opportunities_of_prospect", "Read_lead");
    }

    // Twice the same question; Commerce answers the second time that it is decided.
    [Fact]
    public void Event_ComesTwice_AsksCommerceTwiceAlike()
    {
        using var played = Play().Again();

        played.Ends(WorkflowRunStatus.Succeeded)
            .Called("List_opportunities_of_prospect", "Approve_prospect", "Mirror_status_on_lead", "List_opportunities_of_prospect", "Approve_prospect", "Mirror_status_on_lead")
            .Sent("Mirror_status_on_lead", call: 1);
    }
}
