using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Choices;

/// <summary>The operations that fill drop-downs.</summary>
public sealed class ChoiceTests
{
    [Fact]
    public async Task LegalEntities_AreThoseOfTheConfigurationInLowerCase()
    {
        await using var connector = await TestConnector.StartAsync();

        Assert.Equal(["usrt USRT", "demf DEMF"], await ReadAsync(connector, "/legal-entities"));
        Assert.Empty(connector.Commerce.Requests);
    }

    [Fact]
    public async Task CustomerGroups_AreThoseOfTheLegalEntity()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.Insert("CustomerGroups", new JsonObject { ["dataAreaId"] = "usrt", ["CustomerGroupId"] = "A1", ["Description"] = "" });
        connector.Commerce.Tables.Insert("CustomerGroups", new JsonObject { ["dataAreaId"] = "demf", ["CustomerGroupId"] = "DE", ["Description"] = "German" });

        Assert.Equal(["A1 A1", "B2B Business partners (B2B)"], await ReadAsync(connector, "/legal-entities/USRT/customer-groups"));
    }

    [Fact]
    public async Task Channels_AreTheB2BOnesOfAllLegalEntitiesOrOfOne()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.Insert("RetailChannels", new JsonObject { ["dataAreaId"] = "usrt", ["RetailChannelId"] = "CH-1", ["Name"] = "Contoso US" });
        connector.Commerce.Tables.Insert("OnlineChannelV2s", new JsonObject { ["RetailChannelId"] = "CH-2", ["CustomerType"] = "B2B", ["DefaultCustomerLegalEntity"] = "demf" });
        connector.Commerce.Tables.Insert("OnlineChannelV2s", new JsonObject { ["RetailChannelId"] = "CH-3", ["CustomerType"] = "B2C", ["DefaultCustomerLegalEntity"] = "usrt" });

        Assert.Equal(["CH-1 Contoso US (usrt)", "CH-2 CH-2 (demf)"], await ReadAsync(connector, "/channels"));
        Assert.Equal(["CH-2 CH-2 (demf)"], await ReadAsync(connector, "/channels?legalEntity=demf"));
    }

    [Theory]
    [InlineData("/legal-entities/frrt/customer-groups", "404 legal_entity_not_served")]
    [InlineData("/legal-entities/us-rt/customer-groups", "400 invalid_request")]
    [InlineData("/channels?legalEntity=frrt", "404 legal_entity_not_served")]
    public async Task Choices_OfAnotherLegalEntity_AreRefused(string path, string expected)
    {
        await using var connector = await TestConnector.StartAsync();

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.GetAsync(path)));
        Assert.Empty(connector.Commerce.Requests);
    }

    private static async Task<IEnumerable<string>> ReadAsync(TestConnector connector, string path) =>
        (await connector.GetJsonAsync(path))["value"]!.AsArray().Select(choice => $"{choice!["id"]} {choice["name"]}");
}
