using LogicAppUnit;
using LogicAppUnit.Mocking;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Units.Reconcile;

/// <summary>What differs between Commerce and Sales is repaired through the other workflows. Truth: the descriptions in workflow.json.</summary>
public sealed class ReconcileTests() : WorkflowTest("reconcile")
{
    private const string Nothing = """{"Pending":2,"Repairs":0,"OwnIssueId":null,"Batches":[]}""";
    private static readonly string[] Repairs = ["Repair_create_lead", "Repair_decide_prospect", "Repair_ensure_customers", "Repair_mirror_decision"];

    public static TheoryData<string, string> EachRepair => Failure.OfEach(Repairs);

    public static TheoryData<string, string> Readings => Failure.OfEach("List_pending_prospects", "Plan_repairs");

    public static TheoryData<string> Failures => new(Way.Failures);

    // Repairs of a batch run side by side, so their order says nothing.
    [Fact]
    public void Prospects_ThatDiffer_AreRepairedThroughTheirWorkflows()
    {
        using var played = Play();

        played.Ends(WorkflowRunStatus.Succeeded);
        Assert.Equal([.. Repairs, "Close_retried_issue", "List_pending_prospects", "Plan_repairs"], played.Callers.Order(StringComparer.Ordinal).OrderBy(name => !name.StartsWith("Repair", StringComparison.Ordinal)));
        Assert.All(Repairs, action => played.Sent(action));
        played.Sent("Close_retried_issue");
        Assert.Equal("W/\"2001\"", played.Header("Close_retried_issue", "If-Match"));
        var report = played.Runner.GetWorkflowActionTrackedProperties("Report")!;
        Assert.Equal(("4", "0", "9"), (report["repaired"], report["failed"], report["connectorCalls"]));
    }

    [Fact]
    public void Nothing_Differs_RepairsNothing()
    {
        using var played = Play(runner => Answer(runner, "Plan_repairs", Nothing));

        played.Ends(WorkflowRunStatus.Succeeded).Called("List_pending_prospects", "Plan_repairs");
    }

    // Personal data stays behind: the plan is asked with keys only.
    [Fact]
    public void Pages_All_AreReadAndHandedOnAsKeys()
    {
        using var played = Play(runner =>
        {
            Answer(runner, "Plan_repairs", Nothing);
            runner.AddMockResponse(MockRequestMatcher.Create().FromAction("List_pending_prospects").WithMatchCount(1))
                .RespondWith(MockResponseBuilder.Create().WithContentAsJson(
                    """{"value":[{"legalEntity":"demf","prospectId":"P-000001","companyName":"Northwind"}],"nextLink":"https://x.example.com/prospects?status=Pending&page=next%2Bone&pageSize=500"}"""));
        });

        played.Ends(WorkflowRunStatus.Succeeded).Called("List_pending_prospects", "List_pending_prospects", "Plan_repairs");
        Assert.Contains("page=next%2Bone", played.Address("List_pending_prospects", call: 1), StringComparison.Ordinal);
        Assert.Equal(
            JToken.Parse("""[["demf:P-000001"],["usrt:P-000041","usrt:P-000042"]]""").ToString(),
            played.Body("Plan_repairs")["parameters"]!["pendingProspects"]!.ToString());
    }

    [Fact]
    public void OwnIssue_OfAnEarlierRun_IsSolved()
    {
        using var played = Play(runner => Answer(runner, "Plan_repairs", """{"Pending":2,"OwnIssueId":"5d1f0a52-0c6d-4d0b-8b0e-0d1f6f1d2c01","Batches":[]}"""));

        played.Ends(WorkflowRunStatus.Succeeded).Called("List_pending_prospects", "Plan_repairs", "Close_own_issue").Sent("Close_own_issue");
    }

    [Fact]
    public void Recurrence_Twice_PlansTwice()
    {
        using var played = Play(runner => runner.AddMockResponse(MockRequestMatcher.Create().FromAction("Plan_repairs").WithNotMatchCount(1))
            .RespondWith(MockResponseBuilder.Create().WithContentAsJson(Nothing))).Again();

        played.Ends(WorkflowRunStatus.Succeeded);
        Assert.Equal(9, played.Callers.Count);
        Assert.Equal("0", played.Runner.GetWorkflowActionTrackedProperties("Report")!["repairs"]);
    }

    // The workflow that was called wrote its issue; the other prospects go on.
    [Theory]
    [MemberData(nameof(EachRepair))]
    public void Repair_Fails_IsCountedAndTheOthersGoOn(string action, string failure)
    {
        using var played = PlayWith(action, failure);

        played.Ends(WorkflowRunStatus.Succeeded);
        Assert.All(Repairs, repair => Assert.Contains(repair, played.Callers));
        Assert.Equal(action != "Repair_decide_prospect", played.Callers.Contains("Close_retried_issue"));
        var report = played.Runner.GetWorkflowActionTrackedProperties("Report")!;
        Assert.Equal(("3", "1"), (report["repaired"], report["failed"]));
    }

    // Written meanwhile, or out of reach: the next run looks at it again.
    [Theory]
    [MemberData(nameof(Failures))]
    public void ClosingARetriedIssue_Fails_IsLeftToTheNextRun(string failure)
    {
        using var played = PlayWith("Close_retried_issue", failure);

        played.Ends(WorkflowRunStatus.Succeeded);
        Assert.Equal("4", played.Runner.GetWorkflowActionTrackedProperties("Report")!["repaired"]);
    }

    // Half a list would look like decisions that nobody made: nothing is repaired.
    [Theory]
    [MemberData(nameof(Readings))]
    public void Reading_Fails_RepairsNothingAndBecomesAnIssue(string action, string failure)
    {
        using var played = PlayWith(action, failure);

        AssertIssue(played, failure);
        Assert.DoesNotContain(played.Callers, Repairs.Contains);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void ClosingTheOwnIssue_Fails_BecomesAnIssue(string failure)
    {
        using var played = Play(runner =>
        {
            Answer(runner, "Plan_repairs", """{"Pending":2,"OwnIssueId":"5d1f0a52-0c6d-4d0b-8b0e-0d1f6f1d2c01","Batches":[]}""");
            new Failure(failure).Hit(runner, "Close_own_issue");
        });

        AssertIssue(played, failure);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void WritingTheIssue_Fails_IsSaidByTheRun(string failure)
    {
        using var played = Play(runner =>
        {
            new Failure("400").Hit(runner, "List_pending_prospects");
            new Failure(failure).Hit(runner, "Write_sync_issue");
        });

        played.Ends(WorkflowRunStatus.Failed, "SyncIssueNotWritten");
    }

    private static void AssertIssue(Played played, string failure)
    {
        played.Ends(WorkflowRunStatus.Failed, "SyncIssueWritten");
        var reason = played.Runner.WorkflowTerminationMessage!;
        Assert.Equal(new Failure(failure).Message ?? reason, reason);
        Assert.Contains(' ', reason);
        var issue = new JObject
        {
            ["b2b_name"] = "reconcile",
            ["b2b_reason"] = reason,
            ["b2b_remedy"] = "Nothing has to be changed here while a system is down: the next run tries again and closes this issue. If it stays open, mend what the reason names.",
            ["b2b_runid"] = played.Runner.WorkflowRunId,
            ["b2b_status"] = 726000000,
        };
        Assert.Equal(issue.ToString(), played.Body("Write_sync_issue").ToString());
    }
}
