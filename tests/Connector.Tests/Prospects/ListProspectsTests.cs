using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Prospects;

public sealed class ListProspectsTests
{
    [Fact]
    public async Task List_OverSeveralPagesAndLegalEntities_GivesEachOnce()
    {
        await using var connector = await TestConnector.StartAsync();
        foreach (var (id, legalEntity) in new[] { ("P-1", "usrt"), ("P-2", "usrt"), ("P-3", "usrt"), ("P-1", "demf"), ("P-2", "demf") })
        {
            connector.Commerce.Tables.AddProspect(id, legalEntity: legalEntity);
        }

        var found = new List<string>();
        string? next = "/prospects?pageSize=2";
        for (var pages = 0; next is not null; pages++)
        {
            Assert.True(pages < 5);
            var page = await connector.GetJsonAsync(next);
            found.AddRange(page["value"]!.AsArray().Select(item => $"{item!["legalEntity"]}:{item["prospectId"]}"));
            next = page["nextLink"]?.GetValue<string>();
        }

        Assert.Equal(["usrt:P-1", "usrt:P-2", "usrt:P-3", "demf:P-1", "demf:P-2"], found);
    }

    [Fact]
    public async Task List_OfOneStatusAndLegalEntity_AsksCommerceForThat()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddProspect("P-2", "Approved");

        var page = await connector.GetJsonAsync("/prospects?legalEntity=usrt&status=Approved");

        Assert.Equal("P-2", Assert.Single(page["value"]!.AsArray())!["prospectId"]!.GetValue<string>());
        var request = Assert.Single(connector.Commerce.Requests);
        Assert.Contains("dataAreaId eq 'usrt' and IsB2BProspect eq Microsoft.Dynamics.DataEntities.NoYes'Yes' and B2BProspectStatus eq Microsoft.Dynamics.DataEntities.RetailB2BProspectStatus'Approved'", request, StringComparison.Ordinal);
        Assert.Contains("cross-company=true", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status=approved")]
    [InlineData("status=1")]
    [InlineData("pageSize=0")]
    [InlineData("pageSize=1001")]
    [InlineData("page=nonsense")]
    [InlineData("legalEntity=u%20s")]
    public async Task List_WithBadQuery_IsRefused(string query)
    {
        await using var connector = await TestConnector.StartAsync();

        Assert.Equal("400 invalid_request", await TestConnector.ErrorAsync(await connector.GetAsync("/prospects?" + query)));
    }
}
