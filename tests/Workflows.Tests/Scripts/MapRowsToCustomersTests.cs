using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Scripts;

public sealed class MapRowsToCustomersTests
{
    [Fact]
    public async Task Customers_LeadHasAccountAndContact_AreTakenFromTheLead()
    {
        var result = await RunAsync(Lead(account: Account("Own"), contact: Contact()), opportunity: null);

        Assert.Null(result.Error);
        Assert.Equal("Own", (string?)result.Body!["organization"]!["name"]);
        Assert.Equal("ann@example.com", (string?)result.Body["person"]!["email"]);
        Assert.Equal("DEU", (string?)result.Body["organization"]!["address"]!["country"]);
        Assert.Null(result.Body["organization"]!["website"]);
    }

    [Fact]
    public async Task Customers_OnlyTheOpportunityHasThem_AreTakenFromIt()
    {
        var opportunity = new JObject { ["parentaccountid"] = Account("From opportunity"), ["parentcontactid"] = Contact() };

        var result = await RunAsync(Lead(null, null), opportunity);

        Assert.Equal("From opportunity", (string?)result.Body!["organization"]!["name"]);
    }

    [Theory]
    [InlineData(true, "no contact")]
    [InlineData(false, "neither an account nor a contact")]
    public async Task Customers_RowsAreMissing_FailsInWords(bool withAccount, string expected)
    {
        var result = await RunAsync(Lead(withAccount ? Account("Own") : null, null), new JObject());

        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Contains("Put the account and the contact on the lead or on the opportunity.", result.Error, StringComparison.Ordinal);
    }

    private static Task<B2BConnector.Runtime.Scripts.ScriptResult> RunAsync(JObject lead, JObject? opportunity) => ScriptRunner.RunAsync(
        "ensure-customers", "map_rows_to_customers.csx", ("Read_lead", lead), ("Read_opportunity", opportunity));

    private static JObject Lead(JObject? account, JObject? contact) => new()
    {
        ["_qualifyingopportunityid_value"] = "20000000-0000-0000-0000-000000000001",
        ["parentaccountid"] = account,
        ["parentcontactid"] = contact,
    };

    private static JObject Account(string name) => new() { ["accountid"] = "a", ["name"] = name, ["address1_country"] = "DEU", ["websiteurl"] = null };

    private static JObject Contact() => new() { ["contactid"] = "c", ["firstname"] = "Ann", ["lastname"] = "Lee", ["emailaddress1"] = "ann@example.com" };
}
