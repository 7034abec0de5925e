using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Partners;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Credit;

/// <summary>GetCreditLimit and SetCreditLimit.</summary>
public sealed class CreditLimitTests
{
    private const string Path = PartnerBodies.Path + "/credit-limit";
    private const string OfUser = "/partners/usrt/C-ANN/credit-limit";

    [Fact]
    public async Task Get_OfAnOrganization_TellsItsLimitAndTheTemporaryOnes()
    {
        await using var connector = await StartAsync();
        connector.Commerce.Tables.Insert("TemporaryCreditLimits", new JsonObject
        {
            ["CustAccount"] = "C-ORG", ["CustAccountDataArea"] = "usrt", ["CreditMax"] = 9000.5, ["FromDate"] = "2026-01-01T12:00:00Z", ["ToDate"] = "2026-02-01T12:00:00Z",
        });

        var limit = await connector.GetJsonAsync("/partners/USRT/C-ORG/credit-limit");

        Assert.Equal((1000m, "USD", true, true), (limit["amount"]!.GetValue<decimal>(), limit["currency"]!.ToString(), limit["isMandatory"]!.GetValue<bool>(), limit["allowOnAccount"]!.GetValue<bool>()));
        Assert.Equal(9000.5m, Assert.Single(limit["temporaryLimits"]!.AsArray())!["amount"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Get_OfAUser_TellsTheLimitOfTheOrganization()
    {
        await using var connector = await StartAsync();

        var limit = await connector.GetJsonAsync(OfUser);

        Assert.Equal(("C-ANN", "C-ORG", 1000m), (limit["customerAccount"]!.ToString(), limit["creditAccount"]!.ToString(), limit["amount"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task Set_Amount_ChangesThatAloneAndReadsBack()
    {
        await using var connector = await StartAsync();

        var limit = await TestConnector.JsonAsync(await connector.PatchAsync(Path, "{\"amount\":2500.75,\"isMandatory\":true}"));

        Assert.Equal((2500.75m, true), (limit["amount"]!.GetValue<decimal>(), limit["isMandatory"]!.GetValue<bool>()));
        Assert.Equal("PATCH /data/CustomersV3(dataAreaId='usrt',CustomerAccount='C-ORG')?cross-company=true", Assert.Single(connector.Commerce.Writes));
        Assert.Equal("Yes", Organization(connector)["AllowOnAccount"]!.ToString());
    }

    [Fact]
    public async Task Set_ToWhatIsThereAlready_WritesNothing()
    {
        await using var connector = await StartAsync();

        Assert.True((await connector.PatchAsync(Path, "{\"amount\":1000.00,\"isMandatory\":true,\"allowOnAccount\":true}")).IsSuccessStatusCode);
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Set_WhereSomebodyWroteMeanwhile_LooksAgain()
    {
        await using var connector = await StartAsync();
        var others = 1;
        connector.Commerce.Before = request =>
        {
            if (request.Method == HttpMethod.Patch && others-- > 0)
            {
                connector.Commerce.Tables.Change(Organization(connector), new JsonObject { ["CreditRating"] = "A" });
            }

            return null;
        };

        var limit = await TestConnector.JsonAsync(await connector.PatchAsync(Path, "{\"allowOnAccount\":false}"));

        Assert.Equal(("A", false), (limit["creditRating"]!.ToString(), limit["allowOnAccount"]!.GetValue<bool>()));
        Assert.Equal(2, connector.Commerce.Writes.Count());
    }

    [Theory]
    [InlineData(OfUser, "{\"amount\":1}", "409 credit_limit_elsewhere")]
    [InlineData("/partners/usrt/C-404/credit-limit", "{\"amount\":1}", "404 customer_not_found")]
    [InlineData("/partners/frrt/C-ORG/credit-limit", "{\"amount\":1}", "404 legal_entity_not_served")]
    [InlineData("/partners/usrt/C%3B/credit-limit", "{\"amount\":1}", "400 invalid_request")]
    [InlineData(Path, "{}", "400 invalid_request")]
    [InlineData(Path, "{\"amount\":-1}", "400 invalid_request")]
    [InlineData(Path, "{\"amount\":1.005}", "400 invalid_request")]
    [InlineData(Path, "{\"amount\":1000000000001}", "400 invalid_request")]
    [InlineData(Path, "{\"amount\":\"1\"}", "400 invalid_request")]
    [InlineData(Path, "{\"amount\":1,\"currency\":\"EUR\"}", "400 invalid_request")]
    public async Task Set_ThatMayNotBe_IsRefused(string path, string body, string expected)
    {
        await using var connector = await StartAsync();

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.PatchAsync(path, body)));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Theory]
    [InlineData("/partners/usrt/C-404/credit-limit", "404 customer_not_found")]
    [InlineData("/partners/frrt/C-ORG/credit-limit", "404 legal_entity_not_served")]
    public async Task Get_OfNobody_SaysWhy(string path, string expected)
    {
        await using var connector = await StartAsync();

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.GetAsync(path)));
    }

    [Fact]
    public async Task Set_WithKeyOfReader_Is403()
    {
        await using var connector = await StartAsync();
        connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        connector.Client.DefaultRequestHeaders.Add("X-Api-Key", TestConfiguration.ReaderKey);

        Assert.Equal("403 forbidden", await TestConnector.ErrorAsync(await connector.PatchAsync(Path, "{\"amount\":1}")));
        Assert.True((await connector.GetAsync(Path)).IsSuccessStatusCode);
    }

    private static JsonObject Organization(TestConnector connector) => connector.Commerce.Tables.Of("CustomersV3").Single(row => row["CustomerAccount"]!.ToString() == "C-ORG");

    private static async Task<TestConnector> StartAsync()
    {
        var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddPartner();
        connector.Commerce.Tables.Change(Organization(connector), new JsonObject { ["CreditLimit"] = 1000, ["CreditLimitIsMandatory"] = "Yes", ["AllowOnAccount"] = "Yes" });
        return connector;
    }
}
