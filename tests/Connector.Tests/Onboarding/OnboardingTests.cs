using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Onboarding;

public sealed class OnboardingTests
{
    private const string Path = "/onboarding-requests";
    private const string Body = """{"legalEntity":"usrt","firstName":"Zoë","lastName":"Ångström","email":"zoe@nordwind.example","companyName":"Nordwind","address":{"city":"Malmö","country":"SWE","latitude":55.6}}""";

    private static readonly Dictionary<string, string?> ScaleUnit = new()
    {
        ["Onboarding:Route"] = "ScaleUnit", ["Onboarding:Path"] = "Commerce/BusinessPartners/Prospects", ["Commerce:ScaleUnitUrl"] = "https://scale.contoso.example",
    };

    private static readonly Dictionary<string, string?> Prospects = new() { ["Onboarding:Route"] = "Prospects" };

    [Fact]
    public async Task Submit_WithoutRoute_SaysWhatToConfigure()
    {
        await using var connector = await TestConnector.StartAsync();

        Assert.Equal("501 onboarding_route_not_configured", await TestConnector.ErrorAsync(await connector.PostAsync(Path, Body)));
    }

    [Theory]
    [InlineData("\"legalEntity\":\"usrt\"")]
    [InlineData("\"channel\":\"CH-1\"")]
    public async Task Submit_ToScaleUnit_NamesTheOperatingUnit(string place)
    {
        await using var connector = await TestConnector.StartAsync(ScaleUnit);
        string? unit = null;
        connector.Commerce.Before = request =>
        {
            unit = request.Headers.TryGetValues("OUN", out var values) ? values.Single() : unit;
            return null;
        };

        using var response = await connector.PostAsync(Path, Body.Replace("\"legalEntity\":\"usrt\"", place, StringComparison.Ordinal));

        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal("11111111-2222-3333-4444-555555555555", (await TestConnector.JsonAsync(response))["confirmationId"]!.GetValue<string>());
        Assert.Equal("OU-1", unit);
        Assert.Equal("POST /Commerce/BusinessPartners/Prospects?api-version=7.3", Assert.Single(connector.Commerce.Writes));
    }

    [Theory]
    [InlineData("{\"channel\":\"CH-9\",", "400 invalid_request")]
    [InlineData("{\"legalEntity\":\"demf\",", "400 invalid_request")]
    [InlineData("{\"legalEntity\":\"frrt\",", "404 legal_entity_not_served")]
    public async Task Submit_ForUnknownPlace_SaysWhy(string place, string expected)
    {
        await using var connector = await TestConnector.StartAsync(ScaleUnit);

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.PostAsync(Path, place + Body[Body.IndexOf("\"firstName\"", StringComparison.Ordinal)..])));
        Assert.Empty(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Submit_ToProspects_WritesOne()
    {
        await using var connector = await TestConnector.StartAsync(Prospects);

        using var response = await connector.PostAsync(Path, Body);

        var row = Assert.Single(connector.Commerce.Tables.Of("Prospects"));
        Assert.Equal(row["ProspectId"]!.GetValue<string>(), (await TestConnector.JsonAsync(response))["prospectId"]!.GetValue<string>());
        Assert.Equal("Zoë Ångström", row["ProspectName"]!.GetValue<string>());
        Assert.Equal("000000001", row["RetailChannelOperatingUnitPartyNumber"]!.GetValue<string>());
    }

    [Fact]
    public async Task Submit_ToProspectsWhoseAnswerIsLost_FindsIt()
    {
        await using var connector = await TestConnector.StartAsync(Prospects);
        connector.Commerce.After = request => request.Method == HttpMethod.Post ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : null;

        using var response = await connector.PostAsync(Path, Body);

        Assert.Equal(201, (int)response.StatusCode);
        Assert.Single(connector.Commerce.Tables.Of("Prospects"));
    }

    [Fact]
    public async Task Submit_RepeatedWithOneIdempotencyKey_IsSubmittedOnce()
    {
        await using var connector = await TestConnector.StartAsync(Prospects);
        connector.Client.DefaultRequestHeaders.Add("Idempotency-Key", "form-1");

        using var first = await connector.PostAsync(Path, Body);
        using var second = await connector.PostAsync(Path, Body);

        Assert.Equal(201, (int)second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Single(connector.Commerce.Writes);
    }

    [Fact]
    public async Task Submit_OfAnotherRequestUnderAUsedKey_IsRefused()
    {
        await using var connector = await TestConnector.StartAsync(Prospects);
        connector.Client.DefaultRequestHeaders.Add("Idempotency-Key", "form-1");
        await connector.PostAsync(Path, Body);

        Assert.Equal("409 idempotency_key_reused", await TestConnector.ErrorAsync(await connector.PostAsync(Path, Body.Replace("Nordwind", "Südwind", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Submit_ThatFailed_MayBeRepeatedUnderTheSameKey()
    {
        await using var connector = await TestConnector.StartAsync(Prospects);
        connector.Client.DefaultRequestHeaders.Add("Idempotency-Key", "form-1");
        connector.Commerce.Before = request => request.Method == HttpMethod.Post ? FakeCommerce.Status(400) : null;
        Assert.Equal("422 commerce_refused", await TestConnector.ErrorAsync(await connector.PostAsync(Path, Body)));
        connector.Commerce.Before = null;

        using var response = await connector.PostAsync(Path, Body);

        Assert.Equal(201, (int)response.StatusCode);
    }
}
