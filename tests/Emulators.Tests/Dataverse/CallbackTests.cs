using System.Net;
using B2BConnector.Dataverse.Seed;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Dataverse;

public sealed class CallbackTests : IAsyncLifetime
{
    private DataverseHost _host = null!;
    private CallbackListener _listener = null!;

    public async Task InitializeAsync()
    {
        _listener = await CallbackListener.StartAsync();
        _host = await DataverseHost.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _listener.DisposeAsync();
    }

    [Fact]
    public async Task Qualify_WithARegistrationForIt_PostsTheRow()
    {
        await RegisterAsync("lead", 3, "qualified", "statecode,statuscode", "b2b_prospectid ne null and statecode eq 1");
        var (lead, made) = await Leads.QualifiedAsync(_host.Seller);
        var body = await _listener.NextAsync();
        Assert.Equal(("/qualified", "Update", lead.ToString()), ((string)body["$path"]!, (string)body["SdkMessage"]!, (string)body["ItemInternalId"]!));
        Assert.Equal(("usrt", "P-000001", 1), ((string)body["b2b_legalentity"]!, (string)body["b2b_prospectid"]!, (int)body["statecode"]!));
        Assert.Equal((made["opportunity"].ToString(), "opportunities"), ((string)body["_qualifyingopportunityid_value"]!, (string)body["_qualifyingopportunityid_type"]!));
        Assert.Equal(SeedIds.LogicApp.ToString(), body["RunAsSystemUserId"]);
        Assert.Equal((string)(await _host.Seller.RowAsync($"leads({lead})"))["versionnumber"]!, (string)body["RowVersion"]!);
    }

    [Fact]
    public async Task Update_OfAColumnNotFiltered_PostsNothing()
    {
        await RegisterAsync("lead", 3, "state", "statecode");
        await RegisterAsync("lead", 3, "any");
        var lead = await Leads.CreateAsync(_host.Seller);
        await _host.Seller.PatchAsync($"leads({lead})", """{"jobtitle":"Buyer"}""");
        Assert.Equal("/any", (await _listener.NextAsync())["$path"]);
        await _host.Seller.PatchAsync($"leads({lead})", """{"statecode":2,"statuscode":4}""");
        Assert.Equal(["/any", "/state"], await PathsAsync(2));
    }

    [Fact]
    public async Task Update_NamingAFilteredColumnWithTheSameValue_Posts()
    {
        await RegisterAsync("lead", 3, "named", "jobtitle");
        var lead = await Leads.CreateAsync(_host.Seller, more: ",\"jobtitle\":\"Buyer\"");
        await _host.Seller.PatchAsync($"leads({lead})", """{"jobtitle":"Buyer"}""");
        Assert.Equal("/named", (await _listener.NextAsync())["$path"]);
    }

    [Fact]
    public async Task FilterExpression_IsEvaluated_AfterTheSave()
    {
        await RegisterAsync("lead", 3, "open", null, "statecode eq 0");
        await RegisterAsync("lead", 3, "closed", null, "statecode eq 2");
        var lead = await Leads.CreateAsync(_host.Seller);
        await _host.Seller.PatchAsync($"leads({lead})", """{"statecode":2,"statuscode":4}""");
        Assert.Equal("/closed", (await _listener.NextAsync())["$path"]);
        await _host.Seller.PatchAsync($"leads({lead})", """{"statecode":0,"statuscode":1}""");
        Assert.Equal("/open", (await _listener.NextAsync())["$path"]);
    }

    [Theory]
    [InlineData(1, "Create")]
    [InlineData(2, "Delete")]
    [InlineData(3, "Update")]
    [InlineData(4, "Create,Update")]
    [InlineData(5, "Create,Delete")]
    [InlineData(6, "Update,Delete")]
    [InlineData(7, "Create,Update,Delete")]
    public async Task Message_ByItsCode_SelectsTheChanges(int message, string expected)
    {
        await RegisterAsync("account", message, "watched");
        var account = await _host.Seller.CreateAsync("accounts", """{"name":"a"}""");
        await _host.Seller.PatchAsync($"accounts({account})", """{"name":"b"}""");
        await _host.Seller.DeleteAsync($"accounts({account})");
        var wanted = expected.Split(',');
        var got = new List<string>();
        foreach (var _ in wanted) got.Add((string)(await _listener.NextAsync())["SdkMessage"]!);
        Assert.Equal(wanted.Order(), got.Order());
        await NothingWaitsAsync();
    }

    [Fact]
    public async Task ManyChanges_AtOnce_PostEachOnce()
    {
        await RegisterAsync("account", 1, "made");
        var made = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => _host.Seller.CreateAsync("accounts", $$"""{"name":"{{number}}"}""")));
        var got = new List<Guid>();
        foreach (var _ in made) got.Add(Guid.Parse((string)(await _listener.NextAsync())["ItemInternalId"]!));
        Assert.Equal(made.Order(), got.Order());
        await NothingWaitsAsync();
    }

    [Theory]
    [InlineData("WinOpportunity", 3, 1)]
    [InlineData("LoseOpportunity", 4, 2)]
    public async Task Close_OfAnOpportunity_RaisesUpdate(string message, int status, int state)
    {
        await RegisterAsync("opportunity", 3, "closed", "statecode,statuscode", "b2b_prospectid ne null and statecode ne 0");
        var (_, made) = await Leads.QualifiedAsync(_host.Seller);
        await _host.Seller.PostAsync(message, Leads.Close(made["opportunity"], status));
        Assert.Equal(state, (await _listener.NextAsync())["statecode"]);
    }

    [Fact]
    public async Task Close_WithTheSwitchOff_RaisesNothing()
    {
        await using var host = await DataverseHost.StartAsync(options => options.WinLoseRaiseUpdate = false);
        await host.LogicApp.CreateAsync("callbackregistrations", Registration("opportunity", 3, "closed", null, null));
        var (_, made) = await Leads.QualifiedAsync(host.Seller);
        await host.Seller.PostAsync("WinOpportunity", Leads.Close(made["opportunity"], 3));
        await host.Seller.PatchAsync($"opportunities({made["opportunity"]})", """{"description":"later"}""");
        Assert.Equal("later", (await _listener.NextAsync())["description"]);
    }

    [Fact]
    public async Task RefusedWrite_WithARegistration_PostsNothing()
    {
        await RegisterAsync("lead", 4, "any");
        (await _host.Seller.PostAsync("leads", "{\"statuscode\":4}")).IsRefused(HttpStatusCode.BadRequest, "0x80048408");
        await NothingWaitsAsync();
    }

    [Fact]
    public async Task Registration_ReadBack_HidesItsUrl()
    {
        var id = await RegisterAsync("lead", 3, "secret");
        var row = await _host.LogicApp.RowAsync($"callbackregistrations({id})");
        Assert.Null(row["url"]);
        Assert.Equal("lead", row["entityname"]);
        (await _host.LogicApp.GetAsync($"callbackregistrations({id})?$select=url")).IsRefused(HttpStatusCode.BadRequest, "0x80060888");
    }

    [Fact]
    public async Task DeletedRegistration_GetsNoMore()
    {
        var id = await RegisterAsync("lead", 1, "gone");
        await _host.LogicApp.DeleteAsync($"callbackregistrations({id})");
        await RegisterAsync("lead", 1, "kept");
        await Leads.CreateAsync(_host.Seller);
        Assert.Equal("/kept", (await _listener.NextAsync())["$path"]);
        await NothingWaitsAsync();
    }

    [Theory]
    [InlineData("""{"entityname":"nosuch","message":3,"scope":4,"url":"http://127.0.0.1/x"}""", 400, "0x80040203")]
    [InlineData("""{"entityname":"lead","message":8,"scope":4,"url":"http://127.0.0.1/x"}""", 400, "0x80044330")]
    [InlineData("""{"entityname":"lead","message":3,"scope":4}""", 400, "0x80040203")]
    [InlineData("""{"entityname":"lead","message":3,"scope":4,"url":"relative"}""", 400, "0x80040203")]
    [InlineData("""{"entityname":"lead","message":3,"scope":4,"url":"http://127.0.0.1/x","filteringattributes":"nosuch"}""", 400, "0x80041103")]
    [InlineData("""{"entityname":"lead","message":3,"scope":4,"url":"http://127.0.0.1/x","filterexpression":"nosuch eq 1"}""", 400, "0x80040203")]
    [InlineData("""{"entityname":"lead","message":3,"scope":4,"url":"http://127.0.0.1/x","postponeuntil":"x"}""", 501, "0x80040315")]
    public async Task Registration_WithAMistake_IsRefused(string body, int status, string code) =>
        (await _host.LogicApp.PostAsync("callbackregistrations", body)).IsRefused((HttpStatusCode)status, code);

    private Task<Guid> RegisterAsync(string table, int message, string path, string? attributes = null, string? filter = null) =>
        _host.LogicApp.CreateAsync("callbackregistrations", Registration(table, message, path, attributes, filter));

    private string Registration(string table, int message, string path, string? attributes, string? filter)
    {
        var body = new JObject { ["entityname"] = table, ["message"] = message, ["scope"] = 4, ["version"] = 1, ["url"] = new Uri(_listener.Address, path).ToString() };
        if (attributes is not null) body["filteringattributes"] = attributes;
        if (filter is not null) body["filterexpression"] = filter;
        return body.ToString();
    }

    private async Task<IEnumerable<string>> PathsAsync(int count)
    {
        var paths = new List<string>();
        for (var number = 0; number < count; number++) paths.Add((string)(await _listener.NextAsync())["$path"]!);
        return paths.Order();
    }

    // A job is a row of the transaction that caused it: what waits would be listed, unless it was delivered, and then the listener would have it.
    private async Task NothingWaitsAsync()
    {
        await _host.LogicApp.CreateAsync("callbackregistrations", Registration("campaign", 1, "fence", null, null));
        await _host.Seller.CreateAsync("campaigns", """{"name":"fence"}""");
        Assert.Equal("/fence", (await _listener.NextAsync())["$path"]);
    }
}
