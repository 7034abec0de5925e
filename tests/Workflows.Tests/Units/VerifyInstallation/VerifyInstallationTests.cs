using System.Net;
using LogicAppUnit;
using LogicAppUnit.Mocking;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Units.VerifyInstallation;

/// <summary>A test request is followed to its lead and back; the report says of each check what was found. Truth: the descriptions in workflow.json and make_report.csx.</summary>
public sealed class VerifyInstallationTests() : WorkflowTest("verify-installation")
{
    /// <summary>Each call whose failure the report must name, with the check that says so; the request is refused at its first step.</summary>
    public static TheoryData<string, string, string> Calls
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var (action, check) in new Dictionary<string, string>
            {
                ["Check_environment"] = "connector",
                ["Find_earlier_lead"] = "sales",
                ["Submit_test_request"] = "request",
                ["Find_test_lead"] = "lead",
                ["Get_test_prospect"] = "prospect",
                ["List_notes_of_lead"] = "lead",
                ["Reject_test_prospect"] = "rejection",
            })
            {
                foreach (var failure in Way.Failures)
                {
                    cases.Add(action, failure, check);
                }
            }

            return cases;
        }
    }

    public static TheoryData<string> Failures => new(Way.Failures);

    [Fact]
    public void Installation_ThatWorks_IsReportedAsPassed()
    {
        using var played = Follow();

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, Text("Report.json"))
            .Called(
                "Check_environment", "Find_earlier_lead", "Submit_test_request", "Look_for_the_lead", "Find_test_lead", "Get_test_prospect", "List_notes_of_lead",
                "Disqualify_test_lead", "Look_at_the_lead", "Reject_test_prospect", "Get_decided_prospect", "List_leads_of_the_company")
            .Sent("Submit_test_request")
            .Sent("Disqualify_test_lead")
            .Sent("Reject_test_prospect");
        Assert.Equal("verify:usrt:V-1", played.Header("Submit_test_request", "Idempotency-Key"));
    }

    // 202 at once with an address to ask: without waiting, that is what the caller has.
    [Fact]
    public void Caller_WhoDoesNotWait_IsToldWhereTheReportWillBe()
    {
        using var played = Play();

        played.Answers(HttpStatusCode.Accepted);
    }

    [Fact]
    public void Verification_CalledAgain_SendsNoSecondRequest()
    {
        using var played = Follow(runner => Answer(runner, "Find_earlier_lead", """{"value":[{"leadid":"7e8f1a52-0c6d-4d0b-8b0e-0d1f6f1d2a01"}]}"""));

        played.Ends(WorkflowRunStatus.Succeeded);
        Assert.DoesNotContain("Submit_test_request", played.Callers);
        Assert.Equal("passed", (string?)played.Answer()["result"]);
    }

    [Fact]
    public void Lead_ClosedByAnotherCall_IsNotDisqualifiedAgain()
    {
        using var played = Follow(runner => Answer(runner, "Find_test_lead", """{"value":[{"leadid":"7e8f1a52-0c6d-4d0b-8b0e-0d1f6f1d2a01","statecode":2,"b2b_prospectid":"P-000042","_ownerid_value":"10000000-0000-0000-0000-0000000000a1"}]}"""));

        played.Ends(WorkflowRunStatus.Succeeded);
        Assert.DoesNotContain("Disqualify_test_lead", played.Callers);
    }

    [Fact]
    public void Trigger_Twice_IsFollowedTwiceUnderOneName()
    {
        using var played = Follow(runner => runner.AddMockResponse(MockRequestMatcher.Create().FromAction("Find_earlier_lead").WithNotMatchCount(1))
            .RespondWith(MockResponseBuilder.Create().WithContentAsJson("""{"value":[{"leadid":"7e8f1a52-0c6d-4d0b-8b0e-0d1f6f1d2a01"}]}"""))).Again();

        played.Ends(WorkflowRunStatus.Succeeded);
        Assert.Single(played.Callers, "Submit_test_request");
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_Fails_IsALineOfTheReport(string action, string failure, string check)
    {
        using var played = Follow(runner => new Failure(failure).Hit(runner, action));

        var checks = played.Ends(WorkflowRunStatus.Failed, "VerificationFailed").Answer()["checks"]!;
        var line = checks.First(found => (string?)found["check"] == check);
        Assert.Equal("failed", (string?)line["state"]);
        Assert.Contains(new Failure(failure).Message ?? "", (string)line["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void ReadingTheDecision_Fails_IsALineOfTheReport(string failure)
    {
        using var played = Follow(runner => new Failure(failure).Hit(runner, "Get_decided_prospect"));

        Assert.Contains("Commerce says nothing of it", State(played, "rejection"), StringComparison.Ordinal);
    }

    // Refused because somebody else was quicker: what counts is what the lead says afterwards.
    [Theory]
    [MemberData(nameof(Failures))]
    public void Disqualifying_FailsOfAClosedLead_Passes(string failure)
    {
        using var played = Follow(runner => new Failure(failure).Hit(runner, "Disqualify_test_lead"));

        played.Ends(WorkflowRunStatus.Succeeded);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Disqualifying_FailsOfAnOpenLead_IsALineOfTheReport(string failure)
    {
        using var played = Follow(runner =>
        {
            new Failure(failure).Hit(runner, "Disqualify_test_lead");
            Answer(runner, "List_leads_of_the_company", Text("Answers/Find_test_lead.json"));
        });

        Assert.Contains("The test lead is still open", State(played, "rejection"), StringComparison.Ordinal);
    }

    // The list only tells of leads that others made.
    [Theory]
    [MemberData(nameof(Failures))]
    public void ListingTheLeads_Fails_SaysNothingOfThem(string failure)
    {
        using var played = Follow(runner => new Failure(failure).Hit(runner, "List_leads_of_the_company"));

        played.Ends(WorkflowRunStatus.Succeeded);
        Assert.DoesNotContain(played.Answer()["checks"]!, check => (string?)check["check"] is "dualWrite" or "mirror");
    }

    [Fact]
    public void Lead_OfSomebodyElse_IsReported()
    {
        using var played = Follow(runner =>
        {
            var leads = JObject.Parse(Text("Answers/List_leads_of_the_company.json"));
            ((JArray)leads["value"]!).Add(new JObject { ["leadid"] = "other", ["statecode"] = 0, ["b2b_prospectid"] = null });
            Answer(runner, "List_leads_of_the_company", leads.ToString());
        });

        Assert.Contains("Sales has 1 more lead(s)", State(played, "dualWrite"), StringComparison.Ordinal);
    }

    private static string State(Played played, string check) =>
        (string)played.Ends(WorkflowRunStatus.Failed, "VerificationFailed").Answer()["checks"]!.First(line => (string?)line["check"] == check && (string?)line["state"] == "failed")["message"]!;

    private Played Follow(Action<ITestRunner>? mocks = null) => Play(runner =>
    {
        runner.WaitForAsynchronousResponse(TimeSpan.FromHours(1));
        mocks?.Invoke(runner);
    });
}
