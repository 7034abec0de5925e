using System.Net;
using B2BConnector.Dataverse.Seed;

namespace B2BConnector.Emulators.Tests.Dataverse;

/// <summary>Who may do what with a lead that a team owns. Depths: documented; codes and texts: recorded.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private const string Qualify = "Microsoft.Dynamics.CRM.QualifyLead";
    private DataverseHost _host = null!;
    private Guid _lead;

    private DataverseClient Member => _host.As("sandbox-seller-us");

    private DataverseClient Stranger => _host.As("sandbox-seller-eu");

    public async Task InitializeAsync()
    {
        _host = await DataverseHost.StartAsync();
        _lead = await Leads.CreateAsync(_host.LogicApp, more: $",\"ownerid@odata.bind\":\"/teams({SeedIds.TeamUnitedStates})\"");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Lead_OfATeam_IsReadAndChangedByItsMember()
    {
        Assert.Equal(SeedIds.TeamUnitedStates.ToString(), (string?)(await Member.RowAsync($"leads({_lead})?$select=_ownerid_value"))["_ownerid_value"]);
        Assert.Equal(HttpStatusCode.NoContent, (await Member.PatchAsync($"leads({_lead})", """{"subject":"Seen"}""")).Status);
    }

    [Fact]
    public async Task QualifyLead_ByAMemberOfTheOwningTeam_MakesRowsThatTheMemberOwns()
    {
        var answer = await Member.PostAsync($"leads({_lead})/{Qualify}", Leads.QualifyAll);

        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.ErrorMessage));
        var made = Leads.Made(answer.Body);
        Assert.Equal(SeedIds.SellerUnitedStates.ToString(), (string?)(await Member.RowAsync($"opportunities({made["opportunity"]})?$select=_ownerid_value"))["_ownerid_value"]);
        Assert.Equal(HttpStatusCode.NoContent, (await Member.PostAsync("WinOpportunity", Leads.Close(made["opportunity"], 3))).Status);
    }

    [Fact]
    public async Task QualifyLead_BySomebodyOutsideTheTeam_IsDeniedAndChangesNothing()
    {
        var answer = await Stranger.PostAsync($"leads({_lead})/{Qualify}", Leads.QualifyAll);

        answer.IsRefused(HttpStatusCode.Forbidden, "0x80048306");
        Assert.StartsWith(
            $"SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: {_lead}, OwnerId: {SeedIds.TeamUnitedStates},  OwnerIdType: 9 and CallingUser: {SeedIds.SellerEurope}. ObjectTypeCode: 4, ",
            answer.ErrorMessage,
            StringComparison.Ordinal);
        Assert.EndsWith("AccessRights: WriteAccess ", answer.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await Member.RowAsync($"leads({_lead})?$select=statecode"))["statecode"]!);
        Assert.Empty(await _host.Seller.RowsAsync("opportunities"));
    }

    [Fact]
    public async Task Lead_OfAnotherTeam_IsInNoListAndCannotBeRead()
    {
        Assert.Empty(await Stranger.RowsAsync("leads"));
        (await Stranger.GetAsync($"leads({_lead})")).IsRefused(HttpStatusCode.Forbidden, "0x80048306");
        (await Stranger.PatchAsync($"leads({_lead})", """{"subject":"Mine"}""")).IsRefused(HttpStatusCode.Forbidden, "0x80048306");
        (await Stranger.DeleteAsync($"leads({_lead})")).IsRefused(HttpStatusCode.Forbidden, "0x80048306");
    }

    [Fact]
    public async Task Expand_OfARowThatMayNotBeRead_ShowsNone()
    {
        var account = await _host.Seller.CreateAsync("accounts", """{"name":"Contoso"}""");
        await Member.PatchAsync($"leads({_lead})", $$"""{"parentaccountid@odata.bind":"/accounts({{account}})"}""");

        var row = await Member.RowAsync($"leads({_lead})?$select=_parentaccountid_value&$expand=parentaccountid($select=name)");

        Assert.Equal((account.ToString(), ""), ((string?)row["_parentaccountid_value"], row["parentaccountid"]!.ToString()));
    }

    [Fact]
    public async Task Membership_GivenLater_OpensTheLead()
    {
        await _host.Seller.CreateAsync("teammemberships", $$"""{"teamid":"{{SeedIds.TeamUnitedStates}}","systemuserid":"{{SeedIds.SellerEurope}}"}""");

        Assert.Single(await Stranger.RowsAsync("leads"));
        Assert.Equal(HttpStatusCode.OK, (await Stranger.PostAsync($"leads({_lead})/{Qualify}", Leads.QualifyAll)).Status);
    }

    [Fact]
    public async Task Table_WithoutAnyPrivilege_IsDeniedByTheNameOfThePrivilege()
    {
        var answer = await Member.GetAsync("b2b_syncissues");

        answer.IsRefused(HttpStatusCode.Forbidden, "0x80040220");
        Assert.Contains("is missing prvReadb2b_syncissue privilege on OTC=", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sandbox-seller-us", false)]
    [InlineData("sandbox-seller", false)]
    [InlineData("sandbox-logicapp", false)]
    public async Task MyOpenLeads_ALeadOfATeam_IsNobodysOwn(string identity, bool shown)
    {
        var client = _host.As(identity);
        var view = Assert.Single(await _host.Seller.RowsAsync("savedqueries?$select=savedqueryid&$filter=name eq 'My Open Leads'"));

        Assert.Equal(shown, (await client.RowsAsync($"leads?savedQuery={view["savedqueryid"]}")).Count > 0);
    }

    [Fact]
    public async Task MyOpenLeads_ALeadOfOnesOwn_IsShown()
    {
        var own = await Leads.CreateAsync(Member, "P-000009");
        var view = Assert.Single(await _host.Seller.RowsAsync("savedqueries?$select=savedqueryid&$filter=name eq 'My Open Leads'"));

        Assert.Equal(own.ToString(), (string?)Assert.Single(await Member.RowsAsync($"leads?savedQuery={view["savedqueryid"]}"))["leadid"]);
    }
}
