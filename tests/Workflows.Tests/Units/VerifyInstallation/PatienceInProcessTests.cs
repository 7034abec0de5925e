using LogicAppUnit;

namespace B2BConnector.Workflows.Tests.Units.VerifyInstallation;

/// <summary>What the workflow waits for: twenty minutes of the run's time, which cost none here.</summary>
public sealed class PatienceInProcessTests() : WorkflowTest("verify-installation")
{
    private const string None = """{"value":[]}""";
    private const string NeverEnded = """{"state":"Waiting","lastEndedAt":null}""";

    public static TheoryData<string, string> Calls => Failure.OfEach("Read_job_that_pulls", "Read_job_that_synchronizes", "List_pending_prospects");

    public static TheoryData<string> Failures => new(Way.Failures);

    [Theory]
    [InlineData("Read_job_that_pulls", "waits for P-0001, which never ended yet")]
    [InlineData("Read_job_that_synchronizes", "waits for Synchronize customers and channel requests, which never ended yet")]
    public void Request_WaitsForAJob_IsReportedAsWaiting(string action, string sentence)
    {
        using var played = Follow(runner => Answer(runner, action, NeverEnded));

        played.Ends(WorkflowRunStatus.Succeeded);
        Assert.Equal("waiting", (string?)played.Answer()["result"]);
        Assert.Contains(sentence, (string)played.Answer()["checks"]!.First(line => (string?)line["state"] == "waiting")["message"]!, StringComparison.Ordinal);
        Assert.Equal(20, played.Runner.GetWorkflowActionRepetitionCount("Look_for_the_lead"));
    }

    [Fact]
    public void Prospect_WithoutLead_IsReported()
    {
        using var played = Follow(runner => Answer(runner, "List_pending_prospects", """{"value":[{"prospectId":"P-000042","companyName":"B2B connector check V-1"}]}"""));

        played.Ends(WorkflowRunStatus.Failed, "VerificationFailed");
        Assert.Equal("P-000042", (string?)played.Answer()["prospectId"]);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_Fails_IsALineOfTheReport(string action, string failure)
    {
        using var played = Follow(runner => new Failure(failure).Hit(runner, action));

        played.Ends(WorkflowRunStatus.Failed, "VerificationFailed");
        Assert.Contains(played.Answer()["checks"]!, line => (string?)line["check"] == "prospect" && (string?)line["state"] == "failed");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void LookingForTheLead_Fails_IsALineOfTheReport(string failure)
    {
        using var played = Play(runner =>
        {
            runner.WaitForAsynchronousResponse(TimeSpan.FromHours(2));
            new Failure(failure).Hit(runner, "Look_for_the_lead");
            Answer(runner, "Find_test_lead", None);
        });

        played.Ends(WorkflowRunStatus.Failed, "VerificationFailed");
    }

    // The list of leads tells the same.
    [Theory]
    [MemberData(nameof(Failures))]
    public void LookingAtTheLead_Fails_IsReadFromTheList(string failure)
    {
        using var played = Play(runner =>
        {
            runner.WaitForAsynchronousResponse(TimeSpan.FromHours(2));
            new Failure(failure).Hit(runner, "Look_at_the_lead");
        });

        played.Ends(WorkflowRunStatus.Succeeded);
    }

    [Fact]
    public void Prospect_ThatNoWorkflowRejects_IsRejectedAndReported()
    {
        using var played = Play(runner =>
        {
            runner.WaitForAsynchronousResponse(TimeSpan.FromHours(2));
            Answer(runner, "Look_at_the_lead", """{"value":[{"b2b_prospectstatus":726000000}]}""");
            Answer(runner, "Reject_test_prospect", """{"status":"Rejected","alreadyDecided":false}""");
        });

        played.Ends(WorkflowRunStatus.Failed, "VerificationFailed");
        Assert.Contains("no workflow rejected the prospect within 20 minutes", played.Answer().ToString(), StringComparison.Ordinal);
    }

    private Played Follow(Action<ITestRunner> mocks) => Play(runner =>
    {
        runner.WaitForAsynchronousResponse(TimeSpan.FromHours(1));
        Answer(runner, "Look_for_the_lead", None);
        Answer(runner, "Find_test_lead", None);
        mocks(runner);
    });
}
