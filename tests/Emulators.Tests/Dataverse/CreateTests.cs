using System.Net;

namespace B2BConnector.Emulators.Tests.Dataverse;

public sealed class CreateTests : IAsyncLifetime
{
    private DataverseHost _host = null!;

    public async Task InitializeAsync() => _host = await DataverseHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Create_WithoutPreference_Answers204WithEntityId()
    {
        var answer = await _host.Seller.PostAsync("leads", Leads.Body());
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.StartsWith($"{_host.Address}api/data/v9.2/leads(", answer.EntityId, StringComparison.Ordinal);
        Assert.Equal(answer.EntityId, answer.Headers["Location"]);
        Assert.Equal("4.0", answer.Headers["OData-Version"]);
    }

    [Fact]
    public async Task Create_WithRepresentation_Answers201WithTheRow()
    {
        var answer = await _host.Seller.PostAsync("leads", Leads.Body(), ("Prefer", "return=representation"));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("Zoë O'Neil", answer.Body["fullname"]);
        Assert.Equal((0, 1, 2, false), ((int)answer.Body["statecode"]!, (int)answer.Body["statuscode"]!, (int)answer.Body["leadqualitycode"]!, (bool)answer.Body["merged"]!));
        Assert.Equal("10000000-0000-0000-0000-000000000001", answer.Body["_ownerid_value"]);
        Assert.Equal($"W/\"{answer.Body["versionnumber"]}\"", answer.Body["@odata.etag"]);
        Assert.Equal($"{_host.Address}api/data/v9.2/$metadata#leads/$entity", answer.Body["@odata.context"]);
        Assert.Equal(Newtonsoft.Json.Linq.JTokenType.Null, answer.Body["jobtitle"]!.Type);
    }

    [Fact]
    public async Task Create_WithGivenId_KeepsIt()
    {
        var id = Guid.Parse("b2b00000-0000-5000-8000-000000000001");
        Assert.Equal(id, await Leads.CreateAsync(_host.LogicApp, more: $",\"leadid\":\"{id}\""));
    }

    [Fact]
    public async Task Create_WithTheSameIdAgain_IsRefused()
    {
        const string id = ",\"leadid\":\"b2b00000-0000-5000-8000-000000000001\"";
        await Leads.CreateAsync(_host.LogicApp, "P-1", id);
        (await _host.LogicApp.PostAsync("leads", Leads.Body("P-2", id))).IsRefused(HttpStatusCode.PreconditionFailed, "0x80040237");
    }

    [Fact]
    public async Task Create_WithTheSameAlternateKey_IsRefused()
    {
        await Leads.CreateAsync(_host.LogicApp);
        var answer = await _host.LogicApp.PostAsync("leads", Leads.Body());
        answer.IsRefused(HttpStatusCode.PreconditionFailed, "0x80060892");
        Assert.Contains("B2B prospect key", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithoutKeyColumns_AllowsSeveral()
    {
        await _host.Seller.CreateAsync("leads", """{"subject":"a","lastname":"x"}""");
        await _host.Seller.CreateAsync("leads", """{"subject":"b","lastname":"y"}""");
        Assert.Equal(2, (await _host.Seller.RowsAsync("leads?$filter=b2b_prospectid eq null")).Count);
    }

    [Fact]
    public async Task Create_WithOwnerTeam_BelongsToIt()
    {
        var id = await Leads.CreateAsync(_host.LogicApp, more: ",\"ownerid@odata.bind\":\"/teams(10000000-0000-0000-0000-0000000000a1)\"");
        var lead = await _host.Seller.RowAsync($"leads({id})?$select=_ownerid_value,_owningteam_value,_owninguser_value&$expand=ownerid($select=name)");
        Assert.Equal("10000000-0000-0000-0000-0000000000a1", lead["_ownerid_value"]);
        Assert.Equal("10000000-0000-0000-0000-0000000000a1", lead["_owningteam_value"]);
        Assert.Equal("Contoso B2B US", lead["ownerid"]!["name"]);
    }

    [Fact]
    public async Task Create_WithStateAndReadOnlyColumns_IgnoresThem()
    {
        var id = await Leads.CreateAsync(_host.Seller, more: ",\"statecode\":2,\"fullname\":\"x\",\"createdon\":\"2001-01-01T00:00:00Z\"");
        var lead = await _host.Seller.RowAsync($"leads({id})");
        Assert.Equal(0, lead["statecode"]);
        Assert.Equal("Zoë O'Neil", lead["fullname"]);
        Assert.DoesNotContain("2001", (string)lead["createdon"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"nosuchcolumn\":1", 400, "0x80048d19", "Invalid property 'nosuchcolumn' was found in entity 'Microsoft.Dynamics.CRM.lead'.")]
    [InlineData("\"nosuch@odata.bind\":\"/accounts(10000000-0000-0000-0000-0000000000a1)\"", 400, "0x80048d19", "An undeclared property 'nosuch'")]
    [InlineData("\"_parentaccountid_value\":\"10000000-0000-0000-0000-0000000000a1\"", 400, "0x80048d19", "CRM do not support direct update of Entity Reference properties")]
    [InlineData("\"parentaccountid@odata.bind\":\"/accounts(10000000-0000-0000-0000-0000000000a1)\"", 404, "0x80040217", "Entity 'account' With Id = 10000000-0000-0000-0000-0000000000a1 Does Not Exist")]
    [InlineData("\"parentaccountid@odata.bind\":\"/teams(10000000-0000-0000-0000-0000000000a1)\"", 400, "0x80048d19", "cannot be bound")]
    [InlineData("\"parentaccountid@odata.bind\":\"accounts\"", 400, "0x80048d19", "Invalid URL")]
    [InlineData("\"leadsourcecode\":99", 400, "0x80044330", "outside the valid range. Accepted Values: 1,2,3,4,5,6,7,8,9,10")]
    [InlineData("\"b2b_prospectstatus\":1", 400, "0x80044330", "726000000,726000001,726000002,726000003")]
    [InlineData("\"numberofemployees\":-1", 400, "0x80044330", "outside the valid range")]
    [InlineData("\"numberofemployees\":99999999999999999999999", 400, "0x80044330", "outside the valid range")]
    [InlineData("\"revenue\":1e400", 400, "0x80048d19", "")]
    [InlineData("\"numberofemployees\":\"many\"", 400, "0x80048d19", "Edm.Int32")]
    [InlineData("\"subject\":5", 400, "0x80048d19", "Edm.String")]
    [InlineData("\"donotemail\":\"yes\"", 400, "0x80048d19", "Edm.Boolean")]
    [InlineData("\"estimatedclosedate\":\"31.1.2026\"", 400, "0x80048d19", "Edm.Date")]
    [InlineData("\"statuscode\":4", 400, "0x80048408", "status code is invalid")]
    [InlineData("\"b2b_legalentity\":\"12345678901\"", 400, "0x80044331", "The length of the 'b2b_legalentity' attribute of the 'lead' entity exceeded the maximum allowed length of '10'.")]
    public async Task Create_WithABadValue_IsRefusedInThePlatformsWords(string member, int status, string code, string text)
    {
        var answer = await _host.Seller.PostAsync("leads", "{\"lastname\":\"x\"," + member + "}");
        answer.IsRefused((HttpStatusCode)status, code);
        Assert.Contains(text, answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_InAnUnknownSet_IsRefused()
    {
        var answer = await _host.Seller.PostAsync("Lead", "{}");
        answer.IsRefused(HttpStatusCode.NotFound, "0x8006088a");
        Assert.Equal("Resource not found for the segment 'Lead'.", answer.ErrorMessage);
    }

    [Fact]
    public async Task Create_WithBrokenJson_IsRefused() => (await _host.Seller.PostAsync("leads", "{\"subject\":")).IsRefused(HttpStatusCode.BadRequest, "0x80048d19");

    [Fact]
    public async Task Create_OfANote_ShowsOnTheLead()
    {
        var lead = await Leads.CreateAsync(_host.LogicApp);
        await _host.LogicApp.CreateAsync("annotations", $$"""{"subject":"Origin","notetext":"From Commerce","objectid_lead@odata.bind":"/leads({{lead}})"}""");
        var expanded = await _host.Seller.RowAsync($"leads({lead})?$select=subject&$expand=Lead_Annotation($select=subject,notetext,objecttypecode)");
        Assert.Equal(("Origin", "lead"), ((string)expanded["Lead_Annotation"]![0]!["subject"]!, (string)expanded["Lead_Annotation"]![0]!["objecttypecode"]!));
        Assert.Single(await _host.Seller.RowsAsync($"leads({lead})/Lead_Annotation"));
    }
}
