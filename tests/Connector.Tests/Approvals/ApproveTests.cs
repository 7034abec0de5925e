using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Approvals;

public sealed class ApproveTests
{
    private const string Approve = "/prospects/usrt/P-1/approve";

    [Fact]
    public async Task Approve_PendingWithCustomers_WritesOnceAndReadsBack()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddBothCustomers("P-1");

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Approve));

        Assert.Equal("Approved", answer["status"]!.GetValue<string>());
        Assert.False(answer["alreadyDecided"]!.GetValue<bool>());
        Assert.Equal("PTY-P-1", answer["administrator"]!.GetValue<string>());
        Assert.StartsWith("H-", answer["hierarchyId"]!.GetValue<string>(), StringComparison.Ordinal);
        var write = Assert.Single(connector.Commerce.Writes);
        Assert.Equal("PATCH /data/Prospects(dataAreaId='usrt',ProspectId='P-1')?cross-company=true", write);
    }

    [Fact]
    public async Task Approve_Twice_WritesOnce()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddBothCustomers("P-1");
        await connector.PostAsync(Approve);

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Approve));

        Assert.True(answer["alreadyDecided"]!.GetValue<bool>());
        Assert.NotNull(answer["hierarchyId"]);
        Assert.Single(connector.Commerce.Writes);
    }

    [Theory]
    [InlineData("Rejected", "Yes", "409 prospect_already_decided")]
    [InlineData("Unknown", "Yes", "422 unknown_status")]
    [InlineData("Pending", "No", "422 not_b2b_prospect")]
    public async Task Approve_WhatMayNotBeApproved_WritesNothing(string status, string isB2B, string expected)
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1", status, isB2B: isB2B);

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.PostAsync(Approve)));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Reject_AfterApproval_IsConflict()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1", "Approved");

        Assert.Equal("409 prospect_already_decided", await TestConnector.ErrorAsync(await connector.PostAsync("/prospects/usrt/P-1/reject")));
    }

    [Fact]
    public async Task Approve_WithoutCustomers_AsksForThemFirst()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");

        Assert.Equal("409 customers_missing", await TestConnector.ErrorAsync(await connector.PostAsync(Approve)));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Approve_WithoutCustomersThatCommerceMakes_IsDone()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Customers:Creation"] = "OnApproval" });
        connector.Commerce.Tables.AddProspect("P-1");

        using var response = await connector.PostAsync(Approve);

        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Approve_ThatLeavesNoHierarchy_IsAnErrorAndHoldsTheLegalEntity()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Decision:ReadBackTries"] = "1" });
        connector.Commerce.ApprovalMakesHierarchy = false;
        foreach (var id in new[] { "P-1", "P-2" })
        {
            connector.Commerce.Tables.AddProspect(id);
            connector.Commerce.Tables.AddBothCustomers(id);
        }

        // Both companies are called Fabrikam; the second pair is recorded, so that it is not a matter of names.
        connector.Commerce.Tables.Of("CustomersV3").Single(row => row["CustomerAccount"]!.ToString() == "C-ORG-P-2")["OrganizationName"] = "Other";
        connector.Commerce.Tables.Of("CustomersV3").Single(row => row["CustomerAccount"]!.ToString() == "C-PER-P-2")["PrimaryContactEmail"] = "other@other.example";
        connector.Commerce.Tables.Of("Prospects")[1]["CompanyName"] = "Other";
        connector.Commerce.Tables.Of("Prospects")[1]["PrimaryEmailAddress"] = "other@other.example";

        Assert.Equal("502 approved_without_hierarchy", await TestConnector.ErrorAsync(await connector.PostAsync(Approve)));
        Assert.Equal("409 approvals_on_hold", await TestConnector.ErrorAsync(await connector.PostAsync("/prospects/usrt/P-2/approve")));
        Assert.Single(connector.Commerce.Writes);

        var release = await TestConnector.JsonAsync(await connector.PostAsync("/approvals/usrt/release"));
        connector.Commerce.ApprovalMakesHierarchy = true;
        using var second = await connector.PostAsync("/prospects/usrt/P-2/approve");

        Assert.True(release["wasOnHold"]!.GetValue<bool>());
        Assert.True(second.IsSuccessStatusCode, await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Approve_ThatDoublesThePerson_IsAnErrorAndHoldsTheLegalEntity()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddBothCustomers("P-1");
        connector.Commerce.Tables.AddProspect("P-2", email: "other@other.example", company: "Other");
        connector.Commerce.After = request =>
        {
            if (request.Method == HttpMethod.Patch)
            {
                connector.Commerce.Tables.AddCustomer("C-TWIN", "Person", "PTY-TWIN", email: "ann@fabrikam.example");
            }

            return null;
        };

        using var response = await connector.PostAsync(Approve);

        Assert.Equal("409 customers_doubled", await TestConnector.ErrorAsync(response));
        var details = (await TestConnector.JsonAsync(response))["error"]!["details"]!.AsArray().Select(detail => detail!["message"]!.GetValue<string>());
        Assert.Equal(["C-PER-P-1", "C-TWIN"], details);
        Assert.Equal("409 approvals_on_hold", await TestConnector.ErrorAsync(await connector.PostAsync("/prospects/usrt/P-2/approve")));

        connector.Commerce.After = null;
        connector.Commerce.Tables.Remove("CustomersV3", connector.Commerce.Tables.Of("CustomersV3").Single(row => row["CustomerAccount"]!.ToString() == "C-TWIN"));
        Assert.True((await TestConnector.JsonAsync(await connector.PostAsync(Approve)))["alreadyDecided"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Approve_InHeadquartersWithTwins_IsAnErrorAndHoldsNothing()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddHierarchy(connector.Commerce.Tables.AddProspect("P-1", "Approved"));
        connector.Commerce.Tables.AddCustomer("C-1", "Person", "PTY-P-1", email: "ann@fabrikam.example");
        connector.Commerce.Tables.AddCustomer("C-2", "Person", "PTY-2", email: "ann@fabrikam.example");

        Assert.Equal("409 customers_doubled", await TestConnector.ErrorAsync(await connector.PostAsync(Approve)));
        Assert.False((await TestConnector.JsonAsync(await connector.PostAsync("/approvals/usrt/release")))["wasOnHold"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Approve_WhoseHierarchyComesLate_WaitsForIt()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.ApprovalMakesHierarchy = false;
        var prospect = connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddBothCustomers("P-1");

        var approval = connector.PostAsync(Approve);
        await connector.Time.WhenWaitingAsync(wait => wait == TimeSpan.FromSeconds(2));
        connector.Commerce.Tables.AddHierarchy(prospect);
        connector.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("Approved", (await TestConnector.JsonAsync(await approval))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Reject_Pending_WritesOnceAndKeepsTheReasonToItself()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");

        var first = await TestConnector.JsonAsync(await connector.PostAsync("/prospects/usrt/P-1/reject", "{\"reason\":\"No credit\"}"));
        var second = await TestConnector.JsonAsync(await connector.PostAsync("/prospects/usrt/P-1/reject"));

        Assert.Equal("Rejected", first["status"]!.GetValue<string>());
        Assert.True(second["alreadyDecided"]!.GetValue<bool>());
        Assert.Single(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Approve_ByCompose_BuildsHierarchyItself()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Decision:Strategy"] = "Compose" });
        connector.Commerce.ApprovalMakesHierarchy = false;
        connector.Commerce.Tables.AddProspect("P-1");
        await connector.PostAsync("/prospects/usrt/P-1/customers", Customers.CustomerBodies.Usual);

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Approve));

        Assert.Equal("PTY-P-1", answer["administrator"]!.GetValue<string>());
        Assert.Equal("Fabrikam", connector.Commerce.Tables.Of("CustomerHiearchies").Single()["Name"]!.GetValue<string>());
        Assert.Equal("Admin", connector.Commerce.Tables.Of("CustomerHierarchyNodes").Single()["Role"]!.GetValue<string>());
    }
}
