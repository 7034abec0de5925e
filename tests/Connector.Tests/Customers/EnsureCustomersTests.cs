using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Customers;

public sealed class EnsureCustomersTests
{
    private const string Path = "/prospects/usrt/P-1/customers";

    [Fact]
    public async Task Ensure_WhenNoneExist_CreatesBothFromTheDefaultCustomer()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Usual));

        Assert.Equal("created", answer["organization"]!["outcome"]!.GetValue<string>());
        Assert.Equal("created", answer["person"]!["outcome"]!.GetValue<string>());
        Assert.Equal("PersonCustomer", answer["buyerModel"]!.GetValue<string>());
        var organization = Row(connector, answer["organization"]!);
        Assert.Equal("Organization", organization["PartyType"]!.GetValue<string>());
        Assert.Equal(("B2B", "USD", "en-US", "Online"), (Text(organization, "CustomerGroupId"), Text(organization, "SalesCurrencyCode"), Text(organization, "LanguageId"), Text(organization, "AddressBooks")));
        Assert.Equal("Redmond", Text(organization, "AddressCity"));
        var person = Row(connector, answer["person"]!);
        Assert.Equal("ann@fabrikam.example", Text(person, "PrimaryContactEmail"));
        Assert.Equal(Text(organization, "CustomerAccount"), Text(person, "InvoiceAccount"));

        // The requester's own party, so that Commerce's approval finds this customer.
        Assert.Equal("PTY-P-1", Text(person, "PartyNumber"));
    }

    [Fact]
    public async Task Ensure_Repeated_CreatesNothingMore()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        var first = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Usual));

        var second = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Usual));

        Assert.Equal("adopted", second["person"]!["outcome"]!.GetValue<string>());
        Assert.Equal(first["person"]!["customerAccount"]!.GetValue<string>(), second["person"]!["customerAccount"]!.GetValue<string>());
        Assert.Equal(2, connector.Commerce.Writes.Count());
    }

    [Fact]
    public async Task Ensure_InParallel_CreatesEachOnce()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => connector.PostAsync(Path, CustomerBodies.Usual)));

        Assert.Contains(answers, answer => answer.IsSuccessStatusCode);
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode == 409));
        Assert.Equal(2, connector.Commerce.Writes.Count());
    }

    [Fact]
    public async Task Ensure_WherePersonExistsByParty_AdoptsIt()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddCustomer("C-1", "Person", "PTY-P-1", email: "old@fabrikam.example");

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Usual));

        Assert.Equal("C-1", answer["person"]!["customerAccount"]!.GetValue<string>());
        Assert.Equal("adopted", answer["person"]!["outcome"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ensure_WherePersonExistsByEmailOfThatLegalEntity_AdoptsIt()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddCustomer("C-DE", "Person", "PTY-8", email: "ann@fabrikam.example", legalEntity: "demf");
        connector.Commerce.Tables.AddCustomer("C-US", "Person", "PTY-9", email: "ann@fabrikam.example");

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Usual));

        Assert.Equal("C-US", answer["person"]!["customerAccount"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ensure_WhereTwoPersonsShareTheEmail_StopsAndNamesThem()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddCustomer("C-2", "Person", "PTY-8", email: "ann@fabrikam.example");
        connector.Commerce.Tables.AddCustomer("C-1", "Person", "PTY-9", email: "ann@fabrikam.example");

        using var response = await connector.PostAsync(Path, CustomerBodies.Usual);

        Assert.Equal("409 several_matches", await TestConnector.ErrorAsync(response));
        var accounts = (await TestConnector.JsonAsync(response))["error"]!["details"]!.AsArray().Select(detail => detail!["message"]!.GetValue<string>());
        Assert.Equal(["C-1", "C-2"], accounts);
        Assert.DoesNotContain(connector.Commerce.Tables.Of("CustomersV3"), row => Text(row, "PartyType") == "Person" && Text(row, "PartyNumber") == "PTY-P-1");
    }

    [Theory]
    [InlineData("11", "C-11")]
    [InlineData("22", "C-22")]
    public async Task Ensure_WhereCompaniesShareAName_AdoptsTheOneWithTheNumber(string number, string expected)
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddCustomer("C-11", "Organization", "PTY-11", name: "Fabrikam", number: "11");
        connector.Commerce.Tables.AddCustomer("C-22", "Organization", "PTY-22", name: "FABRIKAM", number: "22");

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Of("Fabrikam", "ann@fabrikam.example", number)));

        Assert.Equal(expected, answer["organization"]!["customerAccount"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ensure_WhereCompaniesShareANameAndNoNumberTellsThemApart_Stops()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddCustomer("C-11", "Organization", "PTY-11", name: "Fabrikam");
        connector.Commerce.Tables.AddCustomer("C-22", "Organization", "PTY-22", name: "Fabrikam");

        Assert.Equal("409 several_matches", await TestConnector.ErrorAsync(await connector.PostAsync(Path, CustomerBodies.Usual)));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Ensure_ForSecondRequestOfACompany_AdoptsTheOrganization()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddProspect("P-2", email: "bob@fabrikam.example");
        var first = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Usual));

        var second = await TestConnector.JsonAsync(await connector.PostAsync("/prospects/usrt/P-2/customers", CustomerBodies.Of("Fabrikam", "bob@fabrikam.example")));

        Assert.Equal(first["organization"]!["customerAccount"]!.GetValue<string>(), second["organization"]!["customerAccount"]!.GetValue<string>());
        Assert.Equal("created", second["person"]!["outcome"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ensure_WhoseCreationAnswerIsLost_FindsItInsteadOfCreatingAgain()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.After = request => request.Method == HttpMethod.Post ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : null;

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Usual));

        Assert.NotNull(answer["person"]!["customerAccount"]);
        Assert.Equal(2, connector.Commerce.Writes.Count());
    }

    [Fact]
    public async Task Ensure_WhoseCreationBrokeOffAndIsNotThere_LeavesItToTheNextCall()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Before = request => request.Method == HttpMethod.Post ? FakeCommerce.Status(504) : null;

        using var response = await connector.PostAsync(Path, CustomerBodies.Usual);

        Assert.Equal("503 commerce_cut_off", await TestConnector.ErrorAsync(response));
        Assert.Single(connector.Commerce.Writes);
        connector.Commerce.Before = null;
        Assert.Equal("409 in_progress", await TestConnector.ErrorAsync(await connector.PostAsync(Path, CustomerBodies.Usual)));
        connector.Time.Advance(response.Headers.RetryAfter!.Delta!.Value);
        using var later = await connector.PostAsync(Path, CustomerBodies.Usual);
        Assert.True(later.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Ensure_WhenCustomersComeWithApproval_ReportsAndCreatesNothing()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Customers:Creation"] = "OnApproval" });
        connector.Commerce.Tables.AddProspect("P-1");

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Usual));

        Assert.Equal("onApproval", answer["organization"]!["outcome"]!.GetValue<string>());
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Ensure_WhenOthersCreateCustomers_SaysTheyAreMissing()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Customers:Creation"] = "AdoptOnly" });
        connector.Commerce.Tables.AddProspect("P-1");

        var refused = await connector.PostAsync(Path, CustomerBodies.Usual);

        Assert.Equal("409 customers_missing", await TestConnector.ErrorAsync(refused));
        Assert.Contains("AdoptOnly", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Ensure_WhereBuyersAreContacts_CreatesAContactOnce()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Customers:BuyerModel"] = "Contact" });
        connector.Commerce.Tables.AddProspect("P-1");
        var first = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Usual));
        var second = await TestConnector.JsonAsync(await connector.PostAsync(Path, CustomerBodies.Usual));

        var contact = connector.Commerce.Tables.Of("CDSContactPersonsV2").Single();
        Assert.Equal("Customer", Text(contact, "AssociatedContactType"));
        Assert.Equal(first["organization"]!["customerAccount"]!.GetValue<string>(), Text(contact, "AssociatedContactNumber"));
        Assert.Equal("created", first["person"]!["outcome"]!.GetValue<string>());
        Assert.Equal("adopted", second["person"]!["outcome"]!.GetValue<string>());
        Assert.Null(first["person"]!["customerAccount"]);
    }

    [Fact]
    public async Task Ensure_ForRejectedProspect_IsConflict()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1", "Rejected");

        Assert.Equal("409 prospect_already_decided", await TestConnector.ErrorAsync(await connector.PostAsync(Path, CustomerBodies.Usual)));
    }

    private static JsonObject Row(TestConnector connector, JsonNode customer) =>
        connector.Commerce.Tables.Of("CustomersV3").Single(row => Text(row, "CustomerAccount") == customer["customerAccount"]!.GetValue<string>());

    private static string? Text(JsonObject row, string name) => row[name]?.ToString();
}
