using System.Net;
using LogicAppUnit;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Units.EnsureCustomers;

/// <summary>Account and contact become customers in Commerce. Truth: the descriptions in workflow.json and map_rows_to_customers.csx.</summary>
public sealed class EnsureCustomersTests() : WritingIssueTests(
    "ensure-customers", "Read_lead", mendFirst: "Complete the account and contact of the lead, or merge the customers that match, then set the issue to Retry.")
{
    private const string Bare = """{"leadid":"7e8f1a52-0c6d-4d0b-8b0e-0d1f6f1d2a01","statecode":1,"_qualifyingopportunityid_value":"0a5f0a52-0c6d-4d0b-8b0e-0d1f6f1d2b01","parentaccountid":null,"parentcontactid":null}""";

    public static TheoryData<string, string> Calls => Failure.OfEach("Read_lead", "Ensure_customers_in_Commerce");

    public static TheoryData<string, string> Writes => Failure.OfEach("Write_number_on_account", "Write_number_on_contact");

    [Fact]
    public void Lead_Qualified_BecomesCustomersWhoseNumbersAreWrittenTogether()
    {
        using var played = Play();

        played.Ends(WorkflowRunStatus.Succeeded)
            .Answers(HttpStatusCode.OK, """{"outcome":"ensured","organization":{"outcome":"created","customerAccount":"US-101"},"person":{"outcome":"created","customerAccount":"US-102"}}""")
            .Called("Read_lead", "Ensure_customers_in_Commerce", "Write_both_numbers")
            .Sent("Ensure_customers_in_Commerce")
            .Sent("Write_both_numbers");
    }

    [Theory]
    [InlineData("US-101", "US-102")]
    [InlineData("US-101", null, "Write_number_on_contact")]
    [InlineData(null, "US-102", "Write_number_on_account")]
    public void Number_WrittenBefore_IsNotWrittenAgain(string? account, string? contact, params string[] writes)
    {
        using var played = Play(runner => Answer(runner, "Read_lead", Lead(account, contact)));

        played.Ends(WorkflowRunStatus.Succeeded).Called(["Read_lead", "Ensure_customers_in_Commerce", .. writes]);
        Assert.All(writes, action => played.Sent(action));
    }

    // The second run finds the numbers that the first one wrote.
    [Fact]
    public void Lead_ComesTwice_IsWrittenOnce()
    {
        using var played = Play(runner => runner.AddMockResponse(LogicAppUnit.Mocking.MockRequestMatcher.Create().FromAction("Read_lead").WithNotMatchCount(1))
            .RespondWith(LogicAppUnit.Mocking.MockResponseBuilder.Create().WithContentAsJson(Lead("US-101", "US-102")))).Again();

        played.Ends(WorkflowRunStatus.Succeeded)
            .Called("Read_lead", "Ensure_customers_in_Commerce", "Write_both_numbers", "Read_lead", "Ensure_customers_in_Commerce");
    }

    [Fact]
    public void Lead_WithoutAccountAndContact_TakesThoseOfItsOpportunity()
    {
        using var played = Play(runner => Answer(runner, "Read_lead", Bare));

        played.Ends(WorkflowRunStatus.Succeeded)
            .Called("Read_lead", "Read_opportunity", "Ensure_customers_in_Commerce", "Write_both_numbers")
            .Sent("Ensure_customers_in_Commerce");
    }

    [Fact]
    public void Lead_WithoutAnyone_BecomesAnIssueThatSaysSo()
    {
        using var played = Play(runner =>
        {
            Answer(runner, "Read_lead", Bare);
            Answer(runner, "Read_opportunity", """{"opportunityid":"0a5f0a52-0c6d-4d0b-8b0e-0d1f6f1d2b01"}""");
        });

        played.Ends(WorkflowRunStatus.Failed, "SyncIssueWritten").Answers(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("neither an account nor a contact", (string)played.Body("Write_sync_issue")["b2b_reason"]!, StringComparison.Ordinal);
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
    public void ReadingTheOpportunity_Fails_BecomesAnIssue(string failure)
    {
        using var played = Play(runner =>
        {
            Answer(runner, "Read_lead", Bare);
            new Failure(failure).Hit(runner, "Read_opportunity");
        });

        AssertIssue(played, failure);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void WritingBothNumbers_Fails_WritesEachAlone(string failure)
    {
        using var played = PlayWith("Write_both_numbers", failure);

        // The two writes do not wait for each other.
        played.Ends(WorkflowRunStatus.Succeeded).Sent("Write_number_on_account").Sent("Write_number_on_contact");
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public void WritingANumber_Fails_BecomesAnIssue(string action, string failure)
    {
        using var played = Play(runner =>
        {
            Answer(runner, "Read_lead", action == "Write_number_on_account" ? Lead(null, "US-102") : Lead("US-101", null));
            new Failure(failure).Hit(runner, action);
        });

        AssertIssue(played, failure);
    }

    private string Lead(string? account, string? contact)
    {
        var lead = JObject.Parse(Text("Answers/Read_lead.json"));
        lead["parentaccountid"]!["b2b_customeraccount"] = account;
        lead["parentcontactid"]!["b2b_customeraccount"] = contact;
        return lead.ToString();
    }
}
