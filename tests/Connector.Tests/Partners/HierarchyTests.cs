using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Partners;

/// <summary>GetCustomerHierarchy and ListPartnerUsers.</summary>
public sealed class HierarchyTests
{
    [Fact]
    public async Task Hierarchy_OfAPartner_ShowsUsersAndChannels()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddPartner();
        connector.Commerce.Tables.AddPerson("C-BOB", "PTY-BOB", "bob@fabrikam.example");
        connector.Commerce.Tables.AddMember("PTY-BOB", "User");
        connector.Commerce.Tables.Insert("CustomerHierarchiesRetailChannels", new() { ["Channel"] = "CH-1", ["CustHierarchyId"] = "H-1" });

        var hierarchy = await connector.GetJsonAsync(PartnerBodies.Path.Replace("usrt", "USRT", StringComparison.Ordinal) + "/hierarchy");

        Assert.Equal(("usrt", "C-ORG", "H-1", "Fabrikam"), (Text(hierarchy, "legalEntity"), Text(hierarchy, "customerAccount"), Text(hierarchy, "hierarchyId"), Text(hierarchy, "organizationName")));
        Assert.Equal(["CH-1"], hierarchy["channels"]!.AsArray().Select(channel => channel!.ToString()));
        Assert.Equal(["Admin ann@fabrikam.example", "User bob@fabrikam.example"], hierarchy["users"]!.AsArray().Select(user => $"{user!["role"]} {user["email"]}"));
    }

    [Fact]
    public async Task Users_RemovedOrIncomplete_AreToldApart()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddPartner();
        connector.Commerce.Tables.AddMember("PTY-GONE", "User")["VersionRemoved"] = 3;
        connector.Commerce.Tables.AddMember("PTY-BARE", "User");
        connector.Commerce.Tables.AddPerson("C-SELF", "PTY-SELF", "self@fabrikam.example", invoiceAccount: "");
        connector.Commerce.Tables.AddMember("PTY-SELF", "User");

        var users = (await connector.GetJsonAsync(PartnerBodies.Users))["value"]!.AsArray();

        Assert.Equal(["PTY-ANN Member", "PTY-BARE Incomplete", "PTY-SELF Member"], users.Select(user => $"{user!["partyNumber"]} {user["state"]}"));
    }

    [Fact]
    public async Task Hierarchy_WhereCommerceHasNoTableOfChannels_SaysNothingAboutThem()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddPartner();
        connector.Commerce.Before = request => request.RequestUri!.AbsolutePath.EndsWith("RetailChannels", StringComparison.Ordinal) ? FakeCommerce.Status(404) : null;

        var hierarchy = await connector.GetJsonAsync(PartnerBodies.Path + "/hierarchy");

        Assert.False(hierarchy.AsObject().ContainsKey("channels"));
        Assert.Single(hierarchy["users"]!.AsArray());
    }

    [Fact]
    public async Task Hierarchy_OfAnOrganizationWithTwo_AsksWhichOne()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddPartner();
        connector.Commerce.Tables.AddHierarchy("H-2");

        Assert.Equal("409 several_hierarchies", await TestConnector.ErrorAsync(await connector.GetAsync(PartnerBodies.Users)));
        Assert.Single((await connector.GetJsonAsync(PartnerBodies.Users + "?hierarchyId=h-1"))["value"]!.AsArray());
        Assert.Equal("404 hierarchy_not_found", await TestConnector.ErrorAsync(await connector.GetAsync(PartnerBodies.Users + "?hierarchyId=H-3")));
    }

    [Theory]
    [InlineData("/partners/frrt/C-ORG", "404 legal_entity_not_served")]
    [InlineData("/partners/us-rt/C-ORG", "400 invalid_request")]
    [InlineData("/partners/usrt/C%3BORG", "400 invalid_request")]
    [InlineData("/partners/usrt/C-404", "404 partner_not_found")]
    [InlineData("/partners/usrt/C-ANN", "404 partner_not_found")]
    [InlineData("/partners/demf/C-ORG", "404 partner_not_found")]
    public async Task Partner_ThatIsNone_IsRefusedEverywhere(string path, string expected)
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddPartner();

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.GetAsync(path + "/hierarchy")));
        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.GetAsync(path + "/users")));
        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.PostAsync(path + "/users", PartnerBodies.Bob)));
        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.PatchAsync(path + "/users/PTY-ANN", "{\"phone\":\"1\"}")));
        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.DeleteAsync(path + "/users/PTY-ANN")));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Writes_WithKeyOfReader_Are403()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        connector.Client.DefaultRequestHeaders.Add("X-Api-Key", TestConfiguration.ReaderKey);

        Assert.Equal("403 forbidden", await TestConnector.ErrorAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob)));
        Assert.Equal("403 forbidden", await TestConnector.ErrorAsync(await connector.PatchAsync(PartnerBodies.Users + "/PTY-ANN", "{\"phone\":\"1\"}")));
        Assert.Equal("403 forbidden", await TestConnector.ErrorAsync(await connector.DeleteAsync(PartnerBodies.Users + "/PTY-ANN")));
    }

    private static string Text(System.Text.Json.Nodes.JsonNode node, string name) => node[name]!.GetValue<string>();
}
