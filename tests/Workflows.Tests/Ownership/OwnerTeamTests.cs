using System.Net;
using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Host.Sellers;
using B2BConnector.Workflows.Tests.Support;

namespace B2BConnector.Workflows.Tests.Ownership;

/// <summary>The lead belongs to the team of its legal entity (parameter ownerTeams): who sees it, who can work on it.</summary>
public sealed class OwnerTeamTests(OwnerTeamSandbox fixture) : IClassFixture<OwnerTeamSandbox>
{
    private const string Api = "/api/data/v9.2";
    private readonly TestSandbox _sandbox = fixture.Sandbox;

    [Fact]
    public async Task Lead_OfALegalEntity_IsInAllCommerceB2BLeadsAndNotInMyOpenLeads()
    {
        var story = await _sandbox.LeadAsync("us-01");
        using var member = _sandbox.SalesAs("sandbox-seller-us");

        Assert.Contains(await new Seller(member).CommerceLeadsAsync(CancellationToken.None), row => (string?)row["leadid"] == story.LeadId);
        Assert.DoesNotContain(await ViewAsync(member, "My Open Leads"), row => (string?)row["leadid"] == story.LeadId);
        Assert.DoesNotContain(await ViewAsync(_sandbox.Systems.Sales, "My Open Leads"), row => (string?)row["leadid"] == story.LeadId);
    }

    [Fact]
    public async Task Lead_OfAnotherLegalEntity_IsInNoViewOfAMember()
    {
        var story = await _sandbox.LeadAsync("nl-01");
        using var member = _sandbox.SalesAs("sandbox-seller-us");
        using var colleague = _sandbox.SalesAs("sandbox-seller-eu");

        Assert.DoesNotContain(await new Seller(member).CommerceLeadsAsync(CancellationToken.None), row => (string?)row["leadid"] == story.LeadId);
        Assert.Contains(await new Seller(colleague).CommerceLeadsAsync(CancellationToken.None), row => (string?)row["leadid"] == story.LeadId);
    }

    [Fact]
    public async Task Member_WithUserLevelRights_QualifiesAndWinsAndTheProspectIsApproved()
    {
        var story = await _sandbox.LeadAsync("us-02");
        using var member = _sandbox.SalesAs("sandbox-seller-us");

        await new Seller(member).ActAsync(SellerAction.QualifyAndWin, story.LeadId!, CancellationToken.None);

        await TestSandbox.EventuallyAsync(async () => await _sandbox.ProspectStatusAsync(story) == "Approved" && await _sandbox.IsQuietAsync());
        Assert.Empty(await _sandbox.RowsAsync("b2b_syncissues", "b2b_reason", story));
    }

    [Fact]
    public async Task SomebodyOfAnotherTeam_QualifiesTheLead_IsDenied()
    {
        var story = await _sandbox.LeadAsync("us-04");
        using var stranger = _sandbox.SalesAs("sandbox-seller-eu");

        var refused = await Assert.ThrowsAsync<DemoStepFailure>(() => stranger.PostAsync(
            $"{Api}/leads({story.LeadId})/Microsoft.Dynamics.CRM.QualifyLead",
            new JsonObject { ["CreateAccount"] = true, ["CreateContact"] = true, ["CreateOpportunity"] = true, ["Status"] = 3 },
            CancellationToken.None));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("AccessRights: WriteAccess", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Pending", await _sandbox.ProspectStatusAsync(story));
    }

    private async Task<IReadOnlyList<JsonObject>> ViewAsync(DemoHttp person, string name)
    {
        var view = (await _sandbox.Systems.Sales.ListAsync($"{Api}/savedqueries?$select=savedqueryid&$filter=name eq '{name}'", CancellationToken.None)).Single();
        return await person.ListAsync($"{Api}/leads?savedQuery={(string)view["savedqueryid"]!}", CancellationToken.None);
    }
}
