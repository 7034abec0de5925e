using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Jobs;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Checks;

public sealed class CheckEnvironmentTests
{
    private const string Path = "/legal-entities/USRT/check";
    private static readonly string[] Jobs = ["P-0001", "Synchronize customers and channel requests", "1010", "Send email notification"];

    [Fact]
    public async Task Check_OfAHealthyEnvironment_PassesEverything()
    {
        await using var connector = await HealthyAsync();

        var report = await connector.GetJsonAsync(Path);

        Assert.Equal(("usrt", "Passed"), (report["legalEntity"]!.ToString(), report["state"]!.ToString()));
        Assert.Equal(["accountPayment", "addressBook", "approvals", "channel", "decision", "defaultCustomer", "delivery", "documentTypes", "dualWrite", "featureB2B", "featureLinking", "feed", "job", "mail", "numberSequence", "onAccount"], report["checks"]!.AsArray().Select(check => check!["code"]!.ToString()).Distinct().Order());
        Assert.Empty(connector.Commerce.Writes);
    }

    [Theory]
    [InlineData("OnlineChannelV2s", "CustomerType", "B2C", "channel")]
    [InlineData("OnlineChannelV2s", "DefaultCustomerAccount", "", "defaultCustomer")]
    [InlineData("OnlineChannelV2s", "EmailNotificationProfile", "", "mail")]
    [InlineData("RetailStoreAddressBooks", "AddressBookName", "Other", "addressBook")]
    [InlineData("RetailStoreAddressBooks", "AddressBookType", "Employee", "addressBook")]
    [InlineData("RetailEventNotificationSettings", "Active", "No", "mail")]
    [InlineData("RetailEventNotificationSettings", "EmailId", "", "mail")]
    [InlineData("BatchJobs", "Status", "Error", "job")]
    public async Task Check_OfWhatIsNotAsItShouldBe_FailsAndSaysWhatToDo(string table, string column, string value, string code)
    {
        await using var connector = await HealthyAsync();
        connector.Commerce.Tables.Change(connector.Commerce.Tables.Of(table)[0], new JsonObject { [column] = value });

        var report = await connector.GetJsonAsync(Path);

        Assert.Equal("Failed", report["state"]!.ToString());
        Assert.Equal((code, "Failed"), (report["checks"]![0]!["code"]!.ToString(), report["checks"]![0]!["state"]!.ToString()));
        Assert.True(report["checks"]![0]!["message"]!.ToString().Split(". ").Length > 1 || report["checks"]![0]!["message"]!.ToString().Contains(", so ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_OfWhatCommerceDoesNotTell_AsksAPersonAndIsNeitherGoodNorBad()
    {
        await using var connector = await HealthyAsync();

        var report = await connector.GetJsonAsync(Path);

        var asked = report["checks"]!.AsArray().Where(check => check!["state"]!.ToString() == "Confirm").ToList();
        Assert.Equal("Passed", report["state"]!.ToString());
        Assert.Equal(["decision", "featureB2B", "numberSequence", "featureLinking", "documentTypes", "accountPayment", "dualWrite"], asked.Select(check => check!["code"]!.ToString()));
        Assert.All(asked, check => Assert.Matches("^(Look|Open|If|Decisions) .*[.]$", check!["message"]!.ToString()));
    }

    [Fact]
    public async Task Check_AfterAnApprovalThatMadeAPartner_NeedsNobodyToLookForWhatItProved()
    {
        await using var connector = await HealthyAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddBothCustomers("P-1");
        var approved = await connector.PostAsync("/prospects/usrt/P-1/approve");
        Assert.True(approved.IsSuccessStatusCode, await approved.Content.ReadAsStringAsync());

        var checks = (await connector.GetJsonAsync(Path))["checks"]!.AsArray();

        var decision = Assert.Single(checks, check => check!["code"]!.ToString() == "decision")!;
        Assert.Equal("Passed", decision["state"]!.ToString());
        Assert.StartsWith("Decisions are carried out by StatusWrite. Its approval of 2026-", decision["message"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Passed", "Passed"], checks.Where(check => check!["code"]!.ToString() is "featureB2B" or "numberSequence").Select(check => check!["state"]!.ToString()));
        Assert.Equal("Confirm", checks.Single(check => check!["code"]!.ToString() == "featureLinking")!["state"]!.ToString());
    }

    [Theory]
    [InlineData("BatchJobs", "EndDateTime", "2026-02-20T08:00:00Z", "job")]
    [InlineData("BatchJobs", "JobDescription", "P-0002", "job")]
    [InlineData("CustomersV3", "AllowOnAccount", "No", "onAccount")]
    public async Task Check_OfWhatMayBeMeantSo_Warns(string table, string column, string value, string code)
    {
        await using var connector = await HealthyAsync();
        connector.Commerce.Tables.Change(connector.Commerce.Tables.Of(table)[0], new JsonObject { [column] = value });

        var report = await connector.GetJsonAsync(Path);

        Assert.Equal(("Warning", code), (report["state"]!.ToString(), report["checks"]![0]!["code"]!.ToString()));
    }

    [Fact]
    public async Task Check_WhileApprovalsAreOnHold_NamesTheProspect()
    {
        await using var connector = await HealthyAsync();
        connector.Commerce.ApprovalMakesHierarchy = false;
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddBothCustomers("P-1");
        var approval = connector.PostAsync("/prospects/usrt/P-1/approve");
        Assert.Equal("502 approved_without_hierarchy", await TestConnector.ErrorAsync(await approval));

        var check = (await connector.GetJsonAsync(Path))["checks"]![0]!;

        Assert.Equal("approvals", check["code"]!.ToString());
        Assert.Contains("'P-1'", check["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhichCommerceRefuses_IsAFindingAndTheOthersGoOn()
    {
        await using var connector = await HealthyAsync();
        connector.Commerce.Before = request => request.RequestUri!.AbsolutePath.EndsWith("BatchJobs", StringComparison.Ordinal) ? FakeCommerce.Status(403) : null;

        var report = await connector.GetJsonAsync(Path);

        var failed = Assert.Single(report["checks"]!.AsArray(), check => check!["state"]!.ToString() == "Failed")!;
        Assert.Equal("job", failed["code"]!.ToString());
        Assert.StartsWith("This could not be looked at.", failed["message"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains(report["checks"]!.AsArray(), check => check!["code"]!.ToString() == "mail" && check["state"]!.ToString() == "Passed");
    }

    [Theory]
    [InlineData("/legal-entities/frrt/check", "404 legal_entity_not_served")]
    [InlineData("/legal-entities/us-rt/check", "400 invalid_request")]
    public async Task Check_OfAnotherLegalEntity_IsRefused(string path, string expected)
    {
        await using var connector = await HealthyAsync();

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.GetAsync(path)));
    }

    private static async Task<TestConnector> HealthyAsync()
    {
        var commerce = new FakeCommerce();
        commerce.Tables.Change(commerce.Tables.Of("CustomersV3")[0], new JsonObject { ["AllowOnAccount"] = "Yes" });
        commerce.Tables.Change(commerce.Tables.Of("OnlineChannelV2s")[0], new JsonObject { ["EmailNotificationProfile"] = "B2B" });
        commerce.Tables.Insert("RetailStoreAddressBooks", new JsonObject { ["RetailChannelId"] = "CH-1", ["AddressBookName"] = "online", ["AddressBookType"] = "Customer" });
        foreach (var type in new[] { "B2BProspectApproved", "B2B prospect rejected" })
        {
            commerce.Tables.Insert("RetailEventNotificationSettings", new JsonObject { ["dataAreaId"] = "usrt", ["ProfileId"] = "B2B", ["NotificationType"] = type, ["EmailId"] = "MAIL", ["Active"] = "Yes" });
        }

        foreach (var job in Jobs)
        {
            commerce.Tables.AddJob(job, "Finished", "2026-03-01T07:00:00Z", "2026-03-01T07:01:00Z");
        }

        return await TestConnector.StartAsync(new() { ["Decision:ReadBackTries"] = "1" }, withFeed: true, commerce: commerce);
    }
}
