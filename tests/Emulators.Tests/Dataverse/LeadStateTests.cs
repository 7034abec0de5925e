using System.Net;

namespace B2BConnector.Emulators.Tests.Dataverse;

public sealed class LeadStateTests : IAsyncLifetime
{
    private DataverseHost _host = null!;

    public async Task InitializeAsync() => _host = await DataverseHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Disqualify_OfAnOpenLead_Works(int status)
    {
        var lead = await Leads.CreateAsync(_host.Seller);
        Assert.Equal(HttpStatusCode.NoContent, (await PatchAsync(lead, $$"""{"statecode":2,"statuscode":{{status}}}""")).Status);
        await IsAsync(lead, 2, status);
    }

    [Fact]
    public async Task Disqualify_WithoutStatus_TakesTheDefault()
    {
        var lead = await Leads.CreateAsync(_host.Seller);
        await PatchAsync(lead, """{"statecode":2}""");
        await IsAsync(lead, 2, 4);
    }

    [Fact]
    public async Task Disqualify_WithAStatusOfAnotherState_IsRefused()
    {
        var lead = await Leads.CreateAsync(_host.Seller);
        (await PatchAsync(lead, """{"statecode":2,"statuscode":3}""")).IsRefused(HttpStatusCode.BadRequest, "0x80048408");
        (await PatchAsync(lead, """{"statuscode":4}""")).IsRefused(HttpStatusCode.BadRequest, "0x80048408");
    }

    [Fact]
    public async Task Disqualify_Twice_IsRefused()
    {
        var lead = await Leads.CreateAsync(_host.Seller);
        await PatchAsync(lead, """{"statecode":2,"statuscode":4}""");
        (await PatchAsync(lead, """{"statecode":2,"statuscode":4}""")).IsRefused(HttpStatusCode.BadRequest, "0x80040519");
    }

    [Fact]
    public async Task Disqualify_OfAQualifiedLead_IsRefused()
    {
        var (lead, _) = await Leads.QualifiedAsync(_host.Seller);
        (await PatchAsync(lead, """{"statecode":2,"statuscode":4}""")).IsRefused(HttpStatusCode.BadRequest, "0x80040519");
    }

    [Fact]
    public async Task Merge_OfTwoLeads_DeactivatesTheSubordinateAndMovesItsNotes()
    {
        var (master, subordinate) = (await Leads.CreateAsync(_host.Seller, "P-000001"), await Leads.CreateAsync(_host.Seller, "P-000002"));
        var note = await _host.Seller.CreateAsync("annotations", $$"""{"subject":"Note","objectid_lead@odata.bind":"/leads({{subordinate}})"}""");

        Assert.Equal(HttpStatusCode.NoContent, (await _host.Seller.PostAsync("Merge", Merge(master, subordinate))).Status);

        await IsAsync(subordinate, 2, 7);
        var row = (await _host.Seller.GetAsync($"leads({subordinate})?$select=merged,_masterid_value")).Body;
        Assert.Equal((true, master.ToString()), ((bool)row["merged"]!, (string)row["_masterid_value"]!));
        Assert.Equal(master.ToString(), (string)(await _host.Seller.GetAsync($"annotations({note})?$select=_objectid_value")).Body["_objectid_value"]!);
        (await _host.Seller.PostAsync("Merge", Merge(master, subordinate))).IsRefused(HttpStatusCode.BadRequest, "0x80040519");
        (await _host.Seller.PostAsync("Merge", Merge(master, master))).IsRefused(HttpStatusCode.BadRequest, "0x80040203");
    }

    private static string Merge(Guid target, Guid subordinate) =>
        $$$"""{"Target":{"@odata.type":"Microsoft.Dynamics.CRM.lead","leadid":"{{{target}}}"},"Subordinate":{"@odata.type":"Microsoft.Dynamics.CRM.lead","leadid":"{{{subordinate}}}"},"PerformParentingChecks":false}""";

    [Fact]
    public async Task Disqualify_OfAReopenedLeadWithOpportunity_IsRefusedUntilItIsDeleted()
    {
        var (lead, made) = await Leads.QualifiedAsync(_host.Seller);
        await PatchAsync(lead, """{"statecode":0,"statuscode":1}""");
        (await PatchAsync(lead, """{"statecode":2,"statuscode":4}""")).IsRefused(HttpStatusCode.BadRequest, "0x80040233");
        await _host.Seller.DeleteAsync($"opportunities({made["opportunity"]})");
        Assert.Equal(HttpStatusCode.NoContent, (await PatchAsync(lead, """{"statecode":2,"statuscode":4}""")).Status);
    }

    [Fact]
    public async Task SetQualified_ByUpdate_IsRefused()
    {
        var lead = await Leads.CreateAsync(_host.Seller);
        (await PatchAsync(lead, """{"statecode":1,"statuscode":3}""")).IsRefused(HttpStatusCode.BadRequest, "0x8004F00E");
    }

    [Fact]
    public async Task Reopen_OfAClosedLead_WorksOnce()
    {
        var lead = await Leads.CreateAsync(_host.Seller);
        await PatchAsync(lead, """{"statecode":2,"statuscode":4}""");
        Assert.Equal(HttpStatusCode.NoContent, (await PatchAsync(lead, """{"statecode":0,"statuscode":2}""")).Status);
        await IsAsync(lead, 0, 2);
        (await PatchAsync(lead, """{"statecode":0,"statuscode":2}""")).IsRefused(HttpStatusCode.BadRequest, "0x80040518");
    }

    [Fact]
    public async Task ChangeStatus_OfAnOpenLead_Works()
    {
        var lead = await Leads.CreateAsync(_host.Seller);
        await PatchAsync(lead, """{"statuscode":2}""");
        await IsAsync(lead, 0, 2);
    }

    [Fact]
    public async Task Edit_OfAClosedLead_IsStillPossibleOverTheApi()
    {
        var (lead, _) = await Leads.QualifiedAsync(_host.Seller);
        Assert.Equal(HttpStatusCode.NoContent, (await PatchAsync(lead, """{"b2b_prospectstatus":726000001,"b2b_hierarchyid":null}""")).Status);
        await IsAsync(lead, 1, 3);
    }

    [Fact]
    public async Task FullName_AfterAnUpdateOfTheParts_Follows()
    {
        var lead = await Leads.CreateAsync(_host.Seller);
        await PatchAsync(lead, """{"firstname":null,"lastname":"山田"}""");
        Assert.Equal("山田", (await _host.Seller.RowAsync($"leads({lead})"))["fullname"]);
    }

    private Task<Answer> PatchAsync(Guid lead, string body) => _host.Seller.PatchAsync($"leads({lead})", body);

    private async Task IsAsync(Guid lead, int state, int status)
    {
        var row = await _host.Seller.RowAsync($"leads({lead})?$select=statecode,statuscode");
        Assert.Equal((state, status), ((int)row["statecode"]!, (int)row["statuscode"]!));
    }
}
