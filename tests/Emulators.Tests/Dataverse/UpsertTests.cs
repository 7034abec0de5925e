using System.Net;

namespace B2BConnector.Emulators.Tests.Dataverse;

public sealed class UpsertTests : IAsyncLifetime
{
    private const string Key = "leads(b2b_legalentity='usrt',b2b_prospectid='P-000001')";

    private DataverseHost _host = null!;

    public async Task InitializeAsync() => _host = await DataverseHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Patch_ByIdOfNoRow_CreatesIt()
    {
        var answer = await _host.LogicApp.PatchAsync("annotations(b2b00000-0000-5000-8000-000000000001)", """{"subject":"x"}""", ("Prefer", "return=representation"));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("b2b00000-0000-5000-8000-000000000001", answer.Body["annotationid"]);
    }

    [Fact]
    public async Task Patch_Twice_UpdatesTheSameRow()
    {
        const string path = "annotations(b2b00000-0000-5000-8000-000000000001)";
        await _host.LogicApp.PatchAsync(path, """{"subject":"x"}""");
        var second = await _host.LogicApp.PatchAsync(path, """{"subject":"y"}""", ("Prefer", "return=representation"));
        Assert.Equal((HttpStatusCode.OK, "y"), (second.Status, (string?)second.Body["subject"]));
        Assert.Equal(HttpStatusCode.NoContent, (await _host.LogicApp.PatchAsync(path, """{"subject":"z"}""")).Status);
        Assert.Single(await _host.Seller.RowsAsync("annotations"));
    }

    [Fact]
    public async Task Patch_ByAlternateKeyOfNoRow_CreatesItWithTheKey()
    {
        var answer = await _host.LogicApp.PatchAsync(
            "b2b_syncissues(b2b_legalentity='usrt',b2b_prospectid='P-1',b2b_step='create-lead')", """{"b2b_name":"usrt:P-1","b2b_reason":"down"}""", ("Prefer", "return=representation"));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(("usrt", "P-1", "create-lead", 726000000),
            ((string)answer.Body["b2b_legalentity"]!, (string)answer.Body["b2b_prospectid"]!, (string)answer.Body["b2b_step"]!, (int)answer.Body["b2b_status"]!));
    }

    [Fact]
    public async Task Patch_ByAlternateKeyOfARow_UpdatesItAndNotTheKey()
    {
        var id = await Leads.CreateAsync(_host.LogicApp);
        var answer = await _host.LogicApp.PatchAsync(Key, """{"b2b_prospectid":"P-2","b2b_hierarchyid":"H-1"}""");
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Contains(id.ToString(), answer.EntityId, StringComparison.Ordinal);
        Assert.Equal("H-1", (await _host.Seller.RowAsync(Key))["b2b_hierarchyid"]);
    }

    [Fact]
    public async Task Patch_WithKeyEncodedTwiceOver_FindsTheRow()
    {
        await Leads.CreateAsync(_host.LogicApp, "P/0 1");
        Assert.Equal(HttpStatusCode.OK, (await _host.Seller.GetAsync("leads(b2b_legalentity%3D%27usrt%27%2Cb2b_prospectid%3D%27P%2F0%201%27)")).Status);
    }

    [Fact]
    public async Task Patch_WithIfMatchAnyOfNoRow_IsRefused()
    {
        (await _host.LogicApp.PatchAsync(Key, "{}", ("If-Match", "*"))).IsRefused(HttpStatusCode.NotFound, "0x80060891");
        (await _host.LogicApp.PatchAsync("leads(b2b00000-0000-5000-8000-000000000001)", "{}", ("If-Match", "*"))).IsRefused(HttpStatusCode.NotFound, "0x80040217");
    }

    [Fact]
    public async Task Patch_WithIfNoneMatchAnyOfARow_IsRefused()
    {
        await Leads.CreateAsync(_host.LogicApp);
        (await _host.LogicApp.PatchAsync(Key, "{}", ("If-None-Match", "*"))).IsRefused(HttpStatusCode.PreconditionFailed, "0x80040237");
    }

    [Fact]
    public async Task Patch_WithStaleEtag_IsRefusedAndWithCurrentOneWorks()
    {
        await Leads.CreateAsync(_host.LogicApp);
        var etag = (string)(await _host.Seller.RowAsync(Key))["@odata.etag"]!;
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Seller.PatchAsync(Key, """{"jobtitle":"Buyer"}""", ("If-Match", etag))).Status);
        (await _host.Seller.PatchAsync(Key, """{"jobtitle":"CFO"}""", ("If-Match", etag))).IsRefused(HttpStatusCode.PreconditionFailed, "0x80060882");
        (await _host.Seller.DeleteAsync(Key, ("If-Match", etag))).IsRefused(HttpStatusCode.PreconditionFailed, "0x80060882");
    }

    [Fact]
    public async Task Get_WithCurrentEtag_Answers304()
    {
        await Leads.CreateAsync(_host.LogicApp);
        var first = await _host.Seller.GetAsync(Key, ("If-None-Match", "null"));
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(HttpStatusCode.NotModified, (await _host.Seller.GetAsync(Key, ("If-None-Match", (string)first.Body["@odata.etag"]!))).Status);
    }

    [Theory]
    [InlineData("leads(b2b_prospectid='P-1')", 400, "0x80060890")]
    [InlineData("leads(b2b_legalentity='x',b2b_prospectid='P-1')", 404, "0x80060891")]
    [InlineData("leads(b2b00000-0000-5000-8000-000000000001)", 404, "0x80040217")]
    [InlineData("leads('x')", 400, "0x80060888")]
    [InlineData("leads(abc)", 400, "0x80060888")]
    [InlineData("opportunities(b2b_legalentity='x',b2b_prospectid='P-1')", 400, "0x80060890")]
    public async Task Get_ByAKeyThatLeadsNowhere_IsRefused(string path, int status, string code) => (await _host.Seller.GetAsync(path)).IsRefused((HttpStatusCode)status, code);

    [Fact]
    public async Task Patch_OfALookupToNull_RemovesIt()
    {
        var account = await _host.Seller.CreateAsync("accounts", """{"name":"Contoso"}""");
        var lead = await Leads.CreateAsync(_host.Seller, more: $",\"parentaccountid@odata.bind\":\"/accounts({account})\"");
        Assert.Equal("Contoso", (await _host.Seller.RowAsync($"leads({lead})/parentaccountid"))["name"]);
        await _host.Seller.PatchAsync($"leads({lead})", """{"parentaccountid@odata.bind":null}""");
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Seller.GetAsync($"leads({lead})/parentaccountid")).Status);
    }

    [Fact]
    public async Task Patch_BindingByAlternateKeyAndAbsoluteUrl_Works()
    {
        var lead = await Leads.CreateAsync(_host.Seller);
        await _host.Seller.CreateAsync("annotations", """{"subject":"a","objectid_lead@odata.bind":"/leads(b2b_legalentity='usrt',b2b_prospectid='P-000001')"}""");
        await _host.Seller.CreateAsync("annotations", $$"""{"subject":"b","objectid_lead@odata.bind":"{{_host.Address}}api/data/v9.2/leads({{lead}})"}""");
        Assert.Equal(2, (await _host.Seller.RowsAsync($"annotations?$filter=_objectid_value eq {lead}")).Count);
    }

    [Fact]
    public async Task Delete_OfALead_TakesItsNotesAlong()
    {
        var lead = await Leads.CreateAsync(_host.Seller);
        await _host.Seller.CreateAsync("annotations", $$"""{"subject":"a","objectid_lead@odata.bind":"/leads({{lead}})"}""");
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Seller.DeleteAsync($"leads({lead})")).Status);
        Assert.Empty(await _host.Seller.RowsAsync("annotations"));
        (await _host.Seller.DeleteAsync($"leads({lead})")).IsRefused(HttpStatusCode.NotFound, "0x80040217");
    }

    [Fact]
    public async Task Refusal_InTheMiddleOfAWrite_LeavesNothingBehind()
    {
        await Leads.CreateAsync(_host.Seller, "P-1");
        var other = await Leads.CreateAsync(_host.Seller, "P-2");
        (await _host.Seller.PatchAsync($"leads({other})", """{"jobtitle":"Buyer","b2b_prospectid":"P-1"}""")).IsRefused(HttpStatusCode.PreconditionFailed, "0x80060892");
        Assert.Equal(Newtonsoft.Json.Linq.JTokenType.Null, (await _host.Seller.RowAsync($"leads({other})"))["jobtitle"]!.Type);
    }
}
