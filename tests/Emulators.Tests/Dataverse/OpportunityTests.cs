using System.Net;

namespace B2BConnector.Emulators.Tests.Dataverse;

public sealed class OpportunityTests : IAsyncLifetime
{
    private DataverseHost _host = null!;
    private Guid _opportunity;

    public async Task InitializeAsync()
    {
        _host = await DataverseHost.StartAsync();
        _opportunity = await _host.Seller.CreateAsync("opportunities", """{"name":"Contoso","estimatedvalue":1200.5}""");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task WinOpportunity_OfAnOpenOne_ClosesItFromTheActivity()
    {
        var answer = await _host.Seller.PostAsync("WinOpportunity", Leads.Close(_opportunity, 3, ",\"actualend\":\"2026-01-31\",\"actualrevenue\":1000"));
        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.Status, answer.Text));
        var row = await _host.Seller.RowAsync($"opportunities({_opportunity})?$expand=Opportunity_OpportunityClose");
        Assert.Equal((1, 3, 1000m, "2026-01-31"), ((int)row["statecode"]!, (int)row["statuscode"]!, (decimal)row["actualvalue"]!, (string)row["actualclosedate"]!));
        var activity = row["Opportunity_OpportunityClose"]!.Single();
        Assert.Equal(("Closed", 1, 2), ((string)activity["subject"]!, (int)activity["statecode"]!, (int)activity["statuscode"]!));
    }

    [Fact]
    public async Task WinOpportunity_WithoutRevenue_TakesTheEstimate()
    {
        await _host.Seller.PostAsync("WinOpportunity", Leads.Close(_opportunity, -1));
        var row = await _host.Seller.RowAsync($"opportunities({_opportunity})");
        Assert.Equal((3, 1200.5m), ((int)row["statuscode"]!, (decimal)row["actualvalue"]!));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task LoseOpportunity_OfAnOpenOne_ClosesIt(int status)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Seller.PostAsync("LoseOpportunity", Leads.Close(_opportunity, status))).Status);
        var row = await _host.Seller.RowAsync($"opportunities({_opportunity})");
        Assert.Equal((2, status), ((int)row["statecode"]!, (int)row["statuscode"]!));
    }

    [Theory]
    [InlineData("WinOpportunity", "LoseOpportunity", 3, 4)]
    [InlineData("LoseOpportunity", "WinOpportunity", 4, 3)]
    [InlineData("WinOpportunity", "WinOpportunity", 3, 3)]
    public async Task Close_OfAClosedOne_IsRefused(string first, string second, int firstStatus, int secondStatus)
    {
        await _host.Seller.PostAsync(first, Leads.Close(_opportunity, firstStatus));
        (await _host.Seller.PostAsync(second, Leads.Close(_opportunity, secondStatus))).IsRefused(HttpStatusCode.BadRequest, "0x80040515");
        Assert.Single(await _host.Seller.RowsAsync("opportunitycloses"));
    }

    [Fact]
    public async Task WinReopenLose_InThatOrder_Works()
    {
        await _host.Seller.PostAsync("WinOpportunity", Leads.Close(_opportunity, 3));
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Seller.PatchAsync($"opportunities({_opportunity})", """{"statecode":0}""")).Status);
        (await _host.Seller.PatchAsync($"opportunities({_opportunity})", """{"statecode":0}""")).IsRefused(HttpStatusCode.BadRequest, "0x8004051A");
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Seller.PostAsync("LoseOpportunity", Leads.Close(_opportunity, 5))).Status);
    }

    [Theory]
    [InlineData(1, 3, "use the Win message instead")]
    [InlineData(2, 4, "use the Lose message instead")]
    public async Task SetClosed_ByUpdate_IsRefused(int state, int status, string text)
    {
        var answer = await _host.Seller.PatchAsync($"opportunities({_opportunity})", $$"""{"statecode":{{state}},"statuscode":{{status}}}""");
        answer.IsRefused(HttpStatusCode.BadRequest, "0x80100005");
        Assert.Contains(text, answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WinOpportunity_WithAStatusOfLost_IsRefused() =>
        (await _host.Seller.PostAsync("WinOpportunity", Leads.Close(_opportunity, 4))).IsRefused(HttpStatusCode.BadRequest, "0x80048408");

    [Fact]
    public async Task WinOpportunity_WithoutOpportunity_IsRefused() =>
        (await _host.Seller.PostAsync("WinOpportunity", """{"Status":3,"OpportunityClose":{"subject":"x"}}""")).IsRefused(HttpStatusCode.BadRequest, "0x80043B15");

    [Fact]
    public async Task WinOpportunity_OfNoRow_IsRefused() =>
        (await _host.Seller.PostAsync("WinOpportunity", Leads.Close(Guid.Parse("b2b00000-0000-5000-8000-000000000001"), 3))).IsRefused(HttpStatusCode.NotFound, "0x80040217");

    [Theory]
    [InlineData("CloseOpportunity", "0x8006088a", 404)]
    [InlineData("QualifyLead", "0x8006088a", 404)]
    public async Task UnknownMessage_Posted_IsRefused(string message, string code, int status) =>
        (await _host.Seller.PostAsync(message, "{}")).IsRefused((HttpStatusCode)status, code);

    [Fact]
    public async Task UnknownBoundMessage_Posted_IsRefused() =>
        (await _host.Seller.PostAsync($"opportunities({_opportunity})/Microsoft.Dynamics.CRM.QualifyLead", "{}")).IsRefused(HttpStatusCode.NotFound, "0x8006088a");
}
