using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Prospects;

public sealed class UpdateProspectTests
{
    private const string Path = "/prospects/usrt/P-1";

    [Fact]
    public async Task Update_SomeFields_WritesThoseThatDifferAndAnswersWhatCommerceHas()
    {
        await using var connector = await TestConnector.StartAsync();
        var row = connector.Commerce.Tables.AddProspect("P-1");
        row["PrimaryPhoneNumber"] = "1";

        var prospect = await TestConnector.JsonAsync(await connector.PatchAsync(
            "/prospects/USRT/P-1",
            "{\"email\":\" Ann.Beebe@Fabrikam.example\",\"phone\":\"\",\"companyName\":\"Fabrikam\",\"companySize\":7,\"registrationNumber\":\"NL-1\",\"customerGroup\":\"B2B\",\"address\":{\"city\":\"Delft\",\"country\":\"nld\"}}"));

        Assert.Equal(("ann.beebe@fabrikam.example", "NL-1", "Delft", "NLD"), (prospect["email"]!.ToString(), prospect["registrationNumber"]!.ToString(), prospect["address"]!["city"]!.ToString(), prospect["address"]!["country"]!.ToString()));
        Assert.False(prospect.AsObject().ContainsKey("phone"));
        Assert.Equal(("7", "B2B", ""), (row["CompanySize"]!.ToString(), row["CustomerGroupId"]!.ToString(), row["PrimaryPhoneNumber"]!.ToString()));
        Assert.Equal("PATCH /data/Prospects(dataAreaId='usrt',ProspectId='P-1')?cross-company=true", Assert.Single(connector.Commerce.Writes));
    }

    [Fact]
    public async Task Update_Repeated_WritesOnce()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        await connector.PatchAsync(Path, "{\"department\":\"Purchasing\"}");

        var second = await TestConnector.JsonAsync(await connector.PatchAsync(Path, "{\"department\":\"Purchasing\"}"));

        Assert.Equal("Purchasing", second["department"]!.ToString());
        Assert.Single(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Update_WhereSomebodyWroteMeanwhile_LooksAgain()
    {
        await using var connector = await TestConnector.StartAsync();
        var row = connector.Commerce.Tables.AddProspect("P-1");
        var others = 1;
        connector.Commerce.Before = request =>
        {
            if (request.Method == HttpMethod.Patch && others-- > 0)
            {
                connector.Commerce.Tables.Change(row, new JsonObject { ["Department"] = "Sales" });
            }

            return null;
        };

        var prospect = await TestConnector.JsonAsync(await connector.PatchAsync(Path, "{\"comments\":\"Call first.\"}"));

        Assert.Equal(("Sales", "Call first."), (prospect["department"]!.ToString(), prospect["comments"]!.ToString()));
        Assert.Equal(2, connector.Commerce.Writes.Count());
    }

    [Fact]
    public async Task Update_WhereTheDecisionCameMeanwhile_IsRefused()
    {
        await using var connector = await TestConnector.StartAsync();
        var row = connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Before = request =>
        {
            if (request.Method == HttpMethod.Patch && row["B2BProspectStatus"]!.ToString() == "Pending")
            {
                connector.Commerce.Tables.Change(row, new JsonObject { ["B2BProspectStatus"] = "Rejected" });
            }

            return null;
        };

        Assert.Equal("409 prospect_not_pending", await TestConnector.ErrorAsync(await connector.PatchAsync(Path, "{\"comments\":\"Call first.\"}")));
        Assert.False(row.ContainsKey("Note"));
    }

    [Theory]
    [InlineData("Approved", "Yes", "409 prospect_not_pending")]
    [InlineData("Rejected", "Yes", "409 prospect_not_pending")]
    [InlineData("Unknown", "Yes", "422 unknown_status")]
    [InlineData("Pending", "No", "422 not_b2b_prospect")]
    public async Task Update_OfWhatIsNotPending_IsRefused(string status, string isB2B, string expected)
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1", status, isB2B: isB2B);

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.PatchAsync(Path, "{\"comments\":\"x\"}")));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Theory]
    [InlineData("/prospects/usrt/P-404", "{\"comments\":\"x\"}", "404 prospect_not_found")]
    [InlineData("/prospects/frrt/P-1", "{\"comments\":\"x\"}", "404 legal_entity_not_served")]
    [InlineData("/prospects/usrt/P%3B1", "{\"comments\":\"x\"}", "400 invalid_request")]
    [InlineData(Path, "{}", "400 invalid_request")]
    [InlineData(Path, "{\"address\":{}}", "400 invalid_request")]
    [InlineData(Path, "{\"companyName\":\"\"}", "400 invalid_request")]
    [InlineData(Path, "{\"email\":\"nobody\"}", "400 invalid_request")]
    [InlineData(Path, "{\"companySize\":-1}", "400 invalid_request")]
    [InlineData(Path, "{\"address\":{\"country\":\"NL\"}}", "400 invalid_request")]
    [InlineData(Path, "{\"status\":\"Approved\"}", "400 invalid_request")]
    public async Task Update_WithBadKeyOrBody_SaysWhy(string path, string body, string expected)
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.PatchAsync(path, body)));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Update_WithKeyOfReader_Is403()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        connector.Client.DefaultRequestHeaders.Add("X-Api-Key", TestConfiguration.ReaderKey);

        Assert.Equal("403 forbidden", await TestConnector.ErrorAsync(await connector.PatchAsync(Path, "{\"comments\":\"x\"}")));
    }
}
