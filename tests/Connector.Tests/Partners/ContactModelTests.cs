using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Partners;

/// <summary>The same operations where buyers are contacts (multi-outlet ordering).</summary>
public sealed class ContactModelTests
{
    [Fact]
    public async Task Add_NewPerson_MakesAContactOfTheOrganization()
    {
        await using var connector = await StartAsync();

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.BobAsAdministrator));

        Assert.Equal(("created", "Admin"), (answer["outcome"]!.ToString(), answer["user"]!["role"]!.ToString()));
        var contact = connector.Commerce.Tables.Of("CDSContactPersonsV2").Single(row => row["ContactPersonId"]!.ToString() == answer["user"]!["contactPersonId"]!.ToString());
        Assert.Equal(("Customer", "C-ORG", "bob@fabrikam.example"), (contact["AssociatedContactType"]!.ToString(), contact["AssociatedContactNumber"]!.ToString(), contact["PrimaryEmailAddress"]!.ToString()));
        Assert.DoesNotContain(connector.Commerce.Writes, write => write.Contains("CustomersV3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_ContactOfAnotherOrganization_ComesWithItsParty()
    {
        await using var connector = await StartAsync();
        connector.Commerce.Tables.AddContact("CP-BOB", "PTY-BOB", "bob@fabrikam.example", account: "C-OTHER");

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob));

        Assert.Equal(("created", "PTY-BOB"), (answer["outcome"]!.ToString(), answer["user"]!["partyNumber"]!.ToString()));
    }

    [Fact]
    public async Task Add_DisabledContact_IsEnabled()
    {
        await using var connector = await StartAsync();
        var contact = connector.Commerce.Tables.AddContact("CP-BOB", "PTY-BOB", "bob@fabrikam.example", inactive: "Yes");

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(PartnerBodies.Users, PartnerBodies.Bob));

        Assert.Equal(("adopted", "Member"), (answer["outcome"]!.ToString(), answer["user"]!["state"]!.ToString()));
        Assert.Equal("No", contact["IsInactive"]!.ToString());
    }

    [Fact]
    public async Task Update_Disabling_KeepsTheUserInTheHierarchy()
    {
        await using var connector = await StartAsync();
        connector.Commerce.Tables.AddContact("CP-BOB", "PTY-BOB", "bob@fabrikam.example");
        connector.Commerce.Tables.AddMember("PTY-BOB", "User");

        var answer = await TestConnector.JsonAsync(await connector.PatchAsync(PartnerBodies.Users + "/PTY-BOB", "{\"isEnabled\":false}"));

        Assert.Equal("Disabled", answer["user"]!["state"]!.ToString());
        Assert.Contains("AssociatedContactType=Microsoft.Dynamics.DataEntities.smmContactPersonCDSAssociatedContactType'Customer'", Assert.Single(connector.Commerce.Writes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"isEnabled\":false}")]
    [InlineData("{\"role\":\"User\"}")]
    public async Task Update_LastEnabledAdministrator_StaysOne(string body)
    {
        await using var connector = await StartAsync();
        connector.Commerce.Tables.AddContact("CP-BOB", "PTY-BOB", "bob@fabrikam.example", inactive: "Yes");
        connector.Commerce.Tables.AddMember("PTY-BOB", "Admin");

        Assert.Equal("409 last_administrator", await TestConnector.ErrorAsync(await connector.PatchAsync(PartnerBodies.Users + "/PTY-ANN", body)));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Update_WithAnotherAdministrator_LetsTheFirstGo()
    {
        await using var connector = await StartAsync();
        await connector.PostAsync(PartnerBodies.Users, PartnerBodies.BobAsAdministrator);

        var answer = await TestConnector.JsonAsync(await connector.PatchAsync(PartnerBodies.Users + "/PTY-ANN", "{\"role\":\"User\"}"));

        Assert.Equal("User", answer["user"]!["role"]!.ToString());
        Assert.True((await TestConnector.JsonAsync(await connector.DeleteAsync(PartnerBodies.Users + "/PTY-ANN")))["wasMember"]!.GetValue<bool>());
    }

    private static async Task<TestConnector> StartAsync()
    {
        var connector = await TestConnector.StartAsync(new() { ["Customers:BuyerModel"] = "Contact" });
        connector.Commerce.Tables.AddPartner();
        connector.Commerce.Tables.AddContact("CP-ANN", PartnerTables.Ann, "ann@fabrikam.example");
        return connector;
    }
}
