using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Partners;

public sealed class AddPartnerUserTests
{
    [Fact]
    public async Task Add_NewPerson_MakesACustomerLikeItsOrganizationAndAMember()
    {
        await using var connector = await StartAsync();

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob));

        Assert.Equal(("created", "User", "Member", "bob@fabrikam.example"), (answer["outcome"]!.ToString(), answer["user"]!["role"]!.ToString(), answer["user"]!["state"]!.ToString(), answer["user"]!["email"]!.ToString()));
        var customer = connector.Commerce.Tables.Of("CustomersV3").Single(row => row["CustomerAccount"]!.ToString() == answer["user"]!["customerAccount"]!.ToString());
        Assert.Equal(("Person", "B2B", "USD", "en-US", "Online", "C-ORG"), (Of(customer, "PartyType"), Of(customer, "CustomerGroupId"), Of(customer, "SalesCurrencyCode"), Of(customer, "LanguageId"), Of(customer, "AddressBooks"), Of(customer, "InvoiceAccount")));
        var node = connector.Commerce.Tables.Of("CustomerHierarchyNodes").Single(row => Of(row, "Role") == "User");
        Assert.Equal((Of(customer, "PartyNumber"), "H-1"), (Of(node, "NodePartyNumber"), Of(node, "CustomerHierarchyId")));
    }

    [Fact]
    public async Task Add_Repeated_WritesNothingMore()
    {
        await using var connector = await StartAsync();
        await connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob);

        var second = await TestConnector.JsonAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.BobAsAdministrator));

        Assert.Equal(("alreadyMember", "User"), (second["outcome"]!.ToString(), second["user"]!["role"]!.ToString()));
        Assert.Equal(2, connector.Commerce.Writes.Count());
    }

    [Fact]
    public async Task Add_AfterACallThatDiedInBetween_AdoptsTheCustomer()
    {
        await using var connector = await StartAsync(new() { ["Commerce:Retries"] = "1" });
        connector.Commerce.Before = request => request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("Nodes", StringComparison.Ordinal) ? FakeCommerce.Status(400) : null;
        Assert.Equal("422 commerce_refused", await TestConnector.ErrorAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob)));
        connector.Commerce.Before = null;

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob));

        Assert.Equal("adopted", answer["outcome"]!.ToString());
        Assert.Single(connector.Commerce.Tables.Of("CustomersV3"), row => Of(row, "PrimaryContactEmail") == "bob@fabrikam.example");
    }

    [Theory]
    [InlineData("CustomersV3")]
    [InlineData("CustomerHierarchyNodes")]
    public async Task Add_WhereTheAnswerIsLost_LooksAndGoesOn(string set)
    {
        await using var connector = await StartAsync();
        var lost = 1;
        connector.Commerce.After = request => request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith(set, StringComparison.Ordinal) && lost-- > 0 ? FakeCommerce.Status(500) : null;

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob));

        Assert.Equal("created", answer["outcome"]!.ToString());
        Assert.Equal(2, connector.Commerce.Writes.Count());
        Assert.Equal(2, connector.Commerce.Tables.Of("CustomerHierarchyNodes").Count);
    }

    [Fact]
    public async Task Add_PersonWithoutInvoiceAccount_IsAdoptedAndLinked()
    {
        await using var connector = await StartAsync();
        connector.Commerce.Tables.AddPerson("C-BOB", "PTY-BOB", "bob@fabrikam.example", invoiceAccount: "");

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob));

        Assert.Equal("adopted", answer["outcome"]!.ToString());
        Assert.Equal("C-ORG", Of(connector.Commerce.Tables.Of("CustomersV3").Single(row => Of(row, "CustomerAccount") == "C-BOB"), "InvoiceAccount"));
    }

    [Fact]
    public async Task Add_EmailOfAnotherPartnersUser_IsRefused()
    {
        await using var connector = await StartAsync();
        connector.Commerce.Tables.AddPerson("C-BOB", "PTY-BOB", "bob@fabrikam.example", invoiceAccount: "C-OTHER");

        Assert.Equal("409 email_in_use", await TestConnector.ErrorAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob)));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Add_MemberOfAnotherHierarchy_IsRefused()
    {
        await using var connector = await StartAsync();
        connector.Commerce.Tables.AddHierarchy("H-2");
        connector.Commerce.Tables.AddPerson("C-BOB", "PTY-BOB", "bob@fabrikam.example", invoiceAccount: "");
        connector.Commerce.Tables.AddMember("PTY-BOB", "User", "H-2");

        Assert.Equal("409 email_in_use", await TestConnector.ErrorAsync(await connector.PostAsync(PartnerBodies.Users + "?hierarchyId=H-1", PartnerBodies.Bob)));
    }

    [Fact]
    public async Task Add_WhereTwoPersonsHaveTheAddress_Stops()
    {
        await using var connector = await StartAsync();
        connector.Commerce.Tables.AddPerson("C-1", "PTY-1", "bob@fabrikam.example");
        connector.Commerce.Tables.AddPerson("C-2", "PTY-2", "bob@fabrikam.example");

        Assert.Equal("409 several_matches", await TestConnector.ErrorAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob)));
    }

    [Fact]
    public async Task Add_SecondAdministrator_IsRefused()
    {
        await using var connector = await StartAsync();

        Assert.Equal("409 single_administrator", await TestConnector.ErrorAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.BobAsAdministrator)));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Add_InParallel_MakesOneCustomerAndOneMember()
    {
        await using var connector = await StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob)));

        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode == 409));
        Assert.Equal(2, connector.Commerce.Writes.Count());
    }

    [Theory]
    [InlineData("{}", "firstName,lastName,email")]
    [InlineData("{\"firstName\":\"B\",\"lastName\":\"R\",\"email\":\"no address\"}", "email")]
    [InlineData("{\"firstName\":\"B\",\"lastName\":\"R\",\"email\":\"b@r.example\",\"role\":\"Owner\"}", "role")]
    [InlineData("{\"firstName\":\"B\",\"lastName\":\"R\",\"email\":\"b@r.example\",\"spendingLimit\":1}", "spendingLimit")]
    public async Task Add_WithBadBody_SaysWhatIsWrong(string body, string targets)
    {
        await using var connector = await StartAsync();

        using var response = await connector.PostAsync(PartnerBodies.Users, body);

        Assert.Equal("400 invalid_request", await TestConnector.ErrorAsync(response));
        var error = (await TestConnector.JsonAsync(response))["error"]!;
        Assert.Equal(targets, string.Join(',', error["details"]!.AsArray().Select(detail => detail!["target"]!.ToString())));
    }

    private static async Task<TestConnector> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var connector = await TestConnector.StartAsync(settings);
        connector.Commerce.Tables.AddPartner();
        return connector;
    }

    private static string? Of(JsonObject row, string name) => row[name]?.ToString();
}
