using System.Net;
using B2BConnector.Dataverse.Seed;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Dataverse;

public sealed class QualifyLeadTests : IAsyncLifetime
{
    private DataverseHost _host = null!;

    public async Task InitializeAsync() => _host = await DataverseHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task QualifyLead_OfAnOpenLead_MakesAccountContactAndOpportunity()
    {
        var lead = await Leads.CreateAsync(_host.LogicApp);
        var answer = await _host.Seller.PostAsync($"leads({lead})/Microsoft.Dynamics.CRM.QualifyLead", Leads.QualifyAll, ("If-None-Match", "null"), ("Prefer", "return=representation"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.EndsWith("$metadata#Collection(Microsoft.Dynamics.CRM.crmbaseentity)", (string)answer.Body["@odata.context"]!, StringComparison.Ordinal);
        Assert.Equal(["account", "contact", "opportunity"], Leads.Made(answer.Body).Keys.Order());
    }

    [Fact]
    public async Task QualifyLead_MapsColumns_ByStandardAndSolutionMaps()
    {
        var (_, made) = await Leads.QualifiedAsync(_host.Seller);
        var account = await _host.Seller.RowAsync($"accounts({made["account"]})");
        Assert.Equal(("Contoso B.V.", "Utrecht", "NLD", "+31 20 1234567", "usrt", "P-000001"), Texts(account, "name", "address1_city", "address1_country", "telephone1", "b2b_legalentity", "b2b_prospectid"));
        var contact = await _host.Seller.RowAsync($"contacts({made["contact"]})");
        Assert.Equal(("Zoë O'Neil", "zoe@contoso.example", "Utrecht", "+31 20 1234567", "usrt", "P-000001"), Texts(contact, "fullname", "emailaddress1", "address1_city", "telephone1", "b2b_legalentity", "b2b_prospectid"));
        var opportunity = await _host.Seller.RowAsync($"opportunities({made["opportunity"]})");
        Assert.Equal(("B2B request of Contoso", "usrt", "P-000001"), ((string)opportunity["name"]!, (string)opportunity["b2b_legalentity"]!, (string)opportunity["b2b_prospectid"]!));
    }

    [Fact]
    public async Task QualifyLead_LinksAllRows_BothWays()
    {
        var (lead, made) = await Leads.QualifiedAsync(_host.Seller);
        var row = await _host.Seller.RowAsync($"leads({lead})?$expand=parentaccountid($select=name),parentcontactid($select=fullname),qualifyingopportunityid($select=name)");
        Assert.Equal((1, 3), ((int)row["statecode"]!, (int)row["statuscode"]!));
        Assert.Equal(("Contoso B.V.", "Zoë O'Neil", "B2B request of Contoso"), ((string)row["parentaccountid"]!["name"]!, (string)row["parentcontactid"]!["fullname"]!, (string)row["qualifyingopportunityid"]!["name"]!));
        var opportunity = await _host.Seller.RowAsync($"opportunities({made["opportunity"]})");
        Assert.Equal(made["account"].ToString(), opportunity["_parentaccountid_value"]);
        Assert.Equal(made["contact"].ToString(), opportunity["_parentcontactid_value"]);
        Assert.Equal(made["account"].ToString(), opportunity["_customerid_value"]);
        Assert.Equal(made["contact"].ToString(), (await _host.Seller.RowAsync($"accounts({made["account"]})"))["_primarycontactid_value"]);
        Assert.Equal(made["account"].ToString(), (await _host.Seller.RowAsync($"contacts({made["contact"]})"))["_parentcustomerid_value"]);
        foreach (var (table, set) in new[] { ("account", "accounts"), ("contact", "contacts"), ("opportunity", "opportunities") })
            Assert.Equal(lead.ToString(), (await _host.Seller.RowAsync($"{set}({made[table]})"))["_originatingleadid_value"]);
        Assert.Equal(SeedIds.Seller.ToString(), opportunity["_ownerid_value"]);
    }

    [Fact]
    public async Task QualifyLead_WithExistingAccountAndContact_UsesThem()
    {
        var account = await _host.Seller.CreateAsync("accounts", """{"name":"Known"}""");
        var contact = await _host.Seller.CreateAsync("contacts", """{"lastname":"Known"}""");
        var lead = await Leads.CreateAsync(_host.Seller, more: $",\"parentaccountid@odata.bind\":\"/accounts({account})\",\"parentcontactid@odata.bind\":\"/contacts({contact})\"");
        var made = Leads.Made((await _host.Seller.PostAsync($"leads({lead})/Microsoft.Dynamics.CRM.QualifyLead", Leads.QualifyAll)).Body);
        Assert.Equal(["opportunity"], made.Keys);
        var opportunity = await _host.Seller.RowAsync($"opportunities({made["opportunity"]})");
        Assert.Equal((account.ToString(), contact.ToString()), ((string)opportunity["_parentaccountid_value"]!, (string)opportunity["_parentcontactid_value"]!));
        Assert.Single(await _host.Seller.RowsAsync("accounts"));
    }

    [Fact]
    public async Task QualifyLead_WithoutOpportunity_MakesNone()
    {
        var (lead, made) = await Leads.QualifiedAsync(_host.Seller, body: """{"CreateAccount":true,"CreateContact":true,"CreateOpportunity":false,"Status":3}""");
        Assert.Equal(["account", "contact"], made.Keys.Order());
        Assert.Equal(JTokenType.Null, (await _host.Seller.RowAsync($"leads({lead})"))["_qualifyingopportunityid_value"]!.Type);
    }

    [Fact]
    public async Task QualifyLead_WithCurrencyAndCustomer_PutsThemOnTheOpportunity()
    {
        var account = await _host.Seller.CreateAsync("accounts", """{"name":"Payer"}""");
        var (_, made) = await Leads.QualifiedAsync(_host.Seller, body: $$$"""
            {"CreateAccount":false,"CreateContact":false,"CreateOpportunity":true,"Status":3,"SourceCampaignId":null,
             "OpportunityCurrencyId":{"@odata.type":"Microsoft.Dynamics.CRM.transactioncurrency","transactioncurrencyid":"{{{SeedIds.Euro}}}"},
             "OpportunityCustomerId":{"@odata.type":"Microsoft.Dynamics.CRM.account","accountid":"{{{account}}}"}}
            """);
        var opportunity = await _host.Seller.RowAsync($"opportunities({made["opportunity"]})");
        Assert.Equal((SeedIds.Euro.ToString(), account.ToString()), ((string)opportunity["_transactioncurrencyid_value"]!, (string)opportunity["_customerid_value"]!));
    }

    [Fact]
    public async Task QualifyLead_Twice_IsRefused()
    {
        var (lead, _) = await Leads.QualifiedAsync(_host.Seller);
        var again = await _host.Seller.PostAsync($"leads({lead})/Microsoft.Dynamics.CRM.QualifyLead", Leads.QualifyAll);
        again.IsRefused(HttpStatusCode.BadRequest, "0x80040519");
        Assert.Equal("The lead is already closed.", again.ErrorMessage);
        Assert.Single(await _host.Seller.RowsAsync("opportunities"));
    }

    [Theory]
    [InlineData("""{"CreateAccount":true,"CreateContact":true,"CreateOpportunity":true,"Status":4}""", "0x80048408")]
    [InlineData("""{"CreateAccount":true,"CreateContact":true,"CreateOpportunity":true}""", "0x80040203")]
    [InlineData("""{"CreateAccount":"yes","CreateContact":true,"CreateOpportunity":true,"Status":3}""", "0x80040203")]
    [InlineData("""{"CreateAccount":true,"CreateContact":true,"CreateOpportunity":true,"Status":3,"Bogus":1}""", "0x80040203")]
    public async Task QualifyLead_WithBadParameters_IsRefused(string body, string code)
    {
        var lead = await Leads.CreateAsync(_host.Seller);
        (await _host.Seller.PostAsync($"leads({lead})/Microsoft.Dynamics.CRM.QualifyLead", body)).IsRefused(HttpStatusCode.BadRequest, code);
        Assert.Empty(await _host.Seller.RowsAsync("accounts"));
    }

    [Fact]
    public async Task QualifyLead_OfNoLead_IsRefused() =>
        (await _host.Seller.PostAsync($"leads({SeedIds.Seller})/Microsoft.Dynamics.CRM.QualifyLead", Leads.QualifyAll)).IsRefused(HttpStatusCode.NotFound, "0x80040217");

    [Fact]
    public async Task QualifyLead_WithTheSwitchOff_LeavesTheLeadsParentsEmpty()
    {
        await using var host = await DataverseHost.StartAsync(options => options.QualifyFillsLeadParents = false);
        var (lead, _) = await Leads.QualifiedAsync(host.Seller);
        Assert.Equal(JTokenType.Null, (await host.Seller.RowAsync($"leads({lead})"))["_parentaccountid_value"]!.Type);
    }

    private static (string?, string?, string?, string?, string?, string?) Texts(JObject row, string a, string b, string c, string d, string e, string f) =>
        ((string?)row[a], (string?)row[b], (string?)row[c], (string?)row[d], (string?)row[e], (string?)row[f]);
}
