using System.Net;
using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Host.Sellers;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Ownership;

/// <summary>The lead belongs to the team of its legal entity (parameter ownerTeams): who sees it, who can work on it.</summary>
[Collection(nameof(HostProcess))]
public sealed class OwnerTeamTests : IAsyncLifetime
{
    private const string Api = "/api/data/v9.2";
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Lead_OfALegalEntity_IsInTheViewOfItsTeamAndNobodysOwn()
    {
        var story = await _sandbox.LeadAsync("us-01");
        using var member = _sandbox.SalesAs("sandbox-seller-us");
        using var stranger = _sandbox.SalesAs("sandbox-seller-eu");

        Assert.Equal([story.LeadId], (await new Seller(member).CommerceLeadsAsync(CancellationToken.None)).Select(row => (string?)row["leadid"]));
        Assert.Empty(await new Seller(stranger).CommerceLeadsAsync(CancellationToken.None));
        Assert.Empty(await ViewAsync(member, "My Open Leads"));
        Assert.Empty(await ViewAsync(_sandbox.Systems.Sales, "My Open Leads"));

        var refused = await Assert.ThrowsAsync<DemoStepFailure>(() => stranger.PostAsync(
            $"{Api}/leads({story.LeadId})/Microsoft.Dynamics.CRM.QualifyLead",
            new JsonObject { ["CreateAccount"] = true, ["CreateContact"] = true, ["CreateOpportunity"] = true, ["Status"] = 3 },
            CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("AccessRights: WriteAccess", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Pending", await _sandbox.ProspectStatusAsync(story));
    }

    [Fact]
    public async Task Member_WithUserLevelRights_QualifiesAndWinsAndTheProspectIsApproved()
    {
        var story = await _sandbox.LeadAsync("us-02");
        using var member = _sandbox.SalesAs("sandbox-seller-us");

        await new Seller(member).ActAsync(SellerAction.QualifyAndWin, story.LeadId!, CancellationToken.None);

        await TestSandbox.EventuallyAsync(async () => await _sandbox.ProspectStatusAsync(story) == "Approved");
        Assert.Empty(await _sandbox.RowsAsync("b2b_syncissues", "b2b_reason", story));
    }

    private async Task<IReadOnlyList<JsonObject>> ViewAsync(DemoHttp person, string name)
    {
        var view = (await _sandbox.Systems.Sales.ListAsync($"{Api}/savedqueries?$select=savedqueryid&$filter=name eq '{name}'", CancellationToken.None)).Single();
        return await person.ListAsync($"{Api}/leads?savedQuery={(string)view["savedqueryid"]!}", CancellationToken.None);
    }
}
