using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Partners;

/// <summary>UpdatePartnerUser and RemovePartnerUser where buyers are customers.</summary>
public sealed class ChangePartnerUserTests
{
    private const string Bob = PartnerBodies.Users + "/PTY-BOB";
    private const string Ann = PartnerBodies.Users + "/PTY-ANN";

    [Fact]
    public async Task Update_NameAndEmail_AreWrittenAndReadBack()
    {
        await using var connector = await StartAsync();

        var answer = await TestConnector.JsonAsync(await connector.PatchAsync(Bob, "{\"firstName\":\"Robert\",\"email\":\"Robert@Fabrikam.example\",\"phone\":\"42\"}"));

        Assert.True(answer["changed"]!.GetValue<bool>());
        Assert.Equal(("Robert", "robert@fabrikam.example", "42"), (answer["user"]!["firstName"]!.ToString(), answer["user"]!["email"]!.ToString(), answer["user"]!["phone"]!.ToString()));
        Assert.Equal("PATCH /data/CustomersV3(dataAreaId='usrt',CustomerAccount='C-BOB')?cross-company=true", Assert.Single(connector.Commerce.Writes));
    }

    [Fact]
    public async Task Update_ToWhatIsThereAlready_WritesNothing()
    {
        await using var connector = await StartAsync();

        var answer = await TestConnector.JsonAsync(await connector.PatchAsync(Bob, "{\"firstName\":\"First\",\"email\":\"BOB@fabrikam.example\",\"role\":\"User\"}"));

        Assert.False(answer["changed"]!.GetValue<bool>());
        Assert.Empty(connector.Commerce.Writes);
    }

    [Theory]
    [InlineData(Bob, "{\"email\":\"ann@fabrikam.example\"}", "409 email_in_use")]
    [InlineData(Bob, "{\"role\":\"Admin\"}", "409 single_administrator")]
    [InlineData(Ann, "{\"role\":\"User\"}", "409 last_administrator")]
    [InlineData(PartnerBodies.Users + "/PTY-404", "{\"phone\":\"1\"}", "404 partner_user_not_found")]
    [InlineData(PartnerBodies.Users + "/PTY%3B", "{\"phone\":\"1\"}", "400 invalid_request")]
    [InlineData(Bob, "{}", "400 invalid_request")]
    [InlineData(Bob, "{\"firstName\":\" \"}", "400 invalid_request")]
    [InlineData(Bob, "{\"email\":\"\"}", "400 invalid_request")]
    [InlineData(Bob, "{\"isEnabled\":false}", "400 invalid_request")]
    public async Task Update_ThatMayNotBe_IsRefusedBeforeAnythingIsWritten(string path, string body, string expected)
    {
        await using var connector = await StartAsync();

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.PatchAsync(path, body)));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Remove_User_TakesTheMemberOutAndLeavesTheCustomer()
    {
        await using var connector = await StartAsync();

        var answer = await TestConnector.JsonAsync(await connector.DeleteAsync(Bob));

        Assert.True(answer["wasMember"]!.GetValue<bool>());
        Assert.Equal("DELETE /data/CustomerHierarchyNodes(CustomerHierarchyId='H-1',NodePartyNumber='PTY-BOB')?cross-company=true", Assert.Single(connector.Commerce.Writes));
        Assert.Contains(connector.Commerce.Tables.Of("CustomersV3"), row => row["CustomerAccount"]!.ToString() == "C-BOB");
    }

    [Fact]
    public async Task Remove_Repeated_SaysThatNobodyWasThere()
    {
        await using var connector = await StartAsync();
        await connector.DeleteAsync(Bob);

        var second = await TestConnector.JsonAsync(await connector.DeleteAsync(Bob));

        Assert.False(second["wasMember"]!.GetValue<bool>());
        Assert.Single(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Remove_RepeatedWithIdempotencyKey_GivesTheFirstAnswer()
    {
        await using var connector = await StartAsync();
        connector.Client.DefaultRequestHeaders.Add("Idempotency-Key", "remove-bob");
        await connector.DeleteAsync(Bob);

        var second = await TestConnector.JsonAsync(await connector.DeleteAsync(Bob));

        Assert.True(second["wasMember"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Remove_LastAdministrator_IsRefused()
    {
        await using var connector = await StartAsync();

        Assert.Equal("409 last_administrator", await TestConnector.ErrorAsync(await connector.DeleteAsync(Ann)));
        Assert.Empty(connector.Commerce.Writes);
    }

    private static async Task<TestConnector> StartAsync()
    {
        var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddPartner();
        connector.Commerce.Tables.AddPerson("C-BOB", "PTY-BOB", "bob@fabrikam.example");
        connector.Commerce.Tables.AddMember("PTY-BOB", "User");
        return connector;
    }
}
