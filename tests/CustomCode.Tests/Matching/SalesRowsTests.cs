using System.Text.Json;
using B2BConnector.CustomCode.Matching;
using B2BConnector.CustomCode.Tests.Dataverse;
using Microsoft.Extensions.Logging.Abstractions;

namespace B2BConnector.CustomCode.Tests.Matching;

public sealed class SalesRowsTests
{
    private readonly RecordedDataverse _dataverse = new();

    [Fact]
    public async Task Run_KnownCompany_AsksOnceForActiveRowsAndReturnsPascalCase()
    {
        _dataverse.Rows["contacts"] = Contact("""{"accountid":"00000000-0000-0000-0000-00000000000a","name":"Contoso","address1_country":"NLD","statecode":0}""");
        _dataverse.Rows["accounts"] = """[{"accountid":"00000000-0000-0000-0000-00000000000a","name":"Contoso","address1_country":"NLD"}]""";

        var result = await RunAsync("O'Contoso B.V.", "ada@contoso.example", "NLD");

        Assert.Equal("00000000-0000-0000-0000-00000000000a", result.Account?.Id);
        Assert.Equal(
            [
                "contacts: statecode eq 0 and emailaddress1 eq 'ada@contoso.example' + parentcustomerid_account($select=accountid,name,address1_country,statecode)",
                "accounts: statecode eq 0 and (contains(name,'Contoso'))",
                "leads: b2b_legalentity eq 'usrt' and b2b_prospectid ne null and b2b_prospectstatus eq 726000000 and (emailaddress1 eq 'ada@contoso.example' or contains(companyname,'Contoso'))",
            ],
            Assert.Single(_dataverse.Queries).Select(q => $"{q.Set}: {q.Filter}{(q.Expand is null ? "" : $" + {q.Expand}")}"));
        Assert.StartsWith("""{"Account":{"Id":""", JsonSerializer.Serialize(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"accountid":"00000000-0000-0000-0000-00000000000a","name":"Closed","address1_country":"NLD","statecode":1}""")]
    [InlineData("null")] // the contact belongs to nobody, or to another contact
    public async Task Run_ContactWithoutActiveAccount_ProposesTheContactOnly(string parent)
    {
        _dataverse.Rows["contacts"] = Contact(parent);

        var result = await RunAsync("Fabrikam", "ada@contoso.example", "NLD");

        Assert.Equal(("c1", null), (result.Contact?.Id, result.Account?.Id));
    }

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("", "ada@contoso.example", "", "contacts leads")]
    [InlineData("Contoso", "", "", "leads")] // without a country no account is the same
    [InlineData("Contoso", "", "NLD", "accounts leads")]
    public async Task Run_PartOfItUnknown_AsksForTheRest(string organization, string email, string country, string asked)
    {
        await RunAsync(organization, email, country);

        Assert.Equal(asked, string.Join(' ', _dataverse.Queries.SelectMany(together => together).Select(query => query.Set)));
    }

    private static string Contact(string parent) =>
        $$"""[{"contactid":"c1","fullname":"Ada L","emailaddress1":"ada@contoso.example","parentcustomerid_account":{{parent}}}]""";

    private Task<MatchResult> RunAsync(string organization, string email, string country) =>
        new MatchExistingAccounts(NullLoggerFactory.Instance, () => _dataverse).Run("usrt", "P-000001", organization, email, country);
}
