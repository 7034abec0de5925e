using LogicAppUnit;

namespace B2BConnector.Workflows.Tests.Units.Reconcile;

/// <summary>A batch is what one minute allows; the next one waits that minute, which costs none here.</summary>
public sealed class BatchesInProcessTests() : WorkflowTest("reconcile")
{
    private const string TwoBatches = """
        {"Pending":2,"Repairs":2,"OwnIssueId":null,"Batches":[
          {"IsLast":false,"Repairs":[{"Step":"create-lead","LegalEntity":"usrt","ProspectId":"P-000041","IssueId":null}]},
          {"IsLast":true,"Repairs":[{"Step":"mirror-decision","LegalEntity":"usrt","ProspectId":"P-000044","IssueId":null}]}]}
        """;

    [Fact]
    public void Batches_Two_AreAMinuteApart()
    {
        using var played = Play(runner => Answer(runner, "Plan_repairs", TwoBatches));

        played.Ends(WorkflowRunStatus.Succeeded).Called("List_pending_prospects", "Plan_repairs", "Repair_create_lead", "Repair_mirror_decision");
        var calls = played.Runner.MockRequests;
        Assert.Equal(TimeSpan.FromMinutes(1), calls[3].Timestamp - calls[2].Timestamp);
    }
}
