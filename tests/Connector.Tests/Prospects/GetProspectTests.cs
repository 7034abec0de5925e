using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Prospects;

public sealed class GetProspectTests
{
    [Fact]
    public async Task GetProspect_OfPendingOne_TellsItInOurWords()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-000001");

        var prospect = await connector.GetJsonAsync("/prospects/USRT/P-000001");

        Assert.Equal("usrt", prospect["legalEntity"]!.GetValue<string>());
        Assert.Equal("P-000001", prospect["prospectId"]!.GetValue<string>());
        Assert.Equal("Pending", prospect["status"]!.GetValue<string>());
        Assert.Equal("Ann", prospect["firstName"]!.GetValue<string>());
        Assert.Equal("Beebe", prospect["lastName"]!.GetValue<string>());
        Assert.Equal("Fabrikam", prospect["companyName"]!.GetValue<string>());
    }

    [Fact]
    public async Task GetProspect_WhatCommerceLeavesEmpty_IsLeftOut()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-000001");

        var prospect = (await connector.GetJsonAsync("/prospects/usrt/P-000001")).AsObject();

        Assert.False(prospect.ContainsKey("department"));
        Assert.False(prospect.ContainsKey("companySize"));
        Assert.False(prospect.ContainsKey("address"));
        Assert.False(prospect.ContainsKey("hierarchy"));
    }

    [Theory]
    [InlineData("/prospects/usrt/P-000001")]
    [InlineData("/prospects?legalEntity=usrt")]
    [InlineData("/prospects/usrt/P-404")]
    public async Task Answer_OfAnyKind_SaysItsLength(string path)
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-000001");

        using var response = await connector.Client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        var length = response.Content.Headers.ContentLength;
        Assert.NotNull(length);
        Assert.Equal(length, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    [Theory]
    [InlineData("/prospects/usrt/P-404", "404 prospect_not_found")]
    [InlineData("/prospects/frrt/P-1", "404 legal_entity_not_served")]
    [InlineData("/prospects/us-rt/P-1", "400 invalid_request")]
    [InlineData("/prospects/usrt/P%3B1", "400 invalid_request")]
    public async Task GetProspect_WithBadKey_SaysWhy(string path, string expected)
    {
        await using var connector = await TestConnector.StartAsync();

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.GetAsync(path)));
    }

    [Fact]
    public async Task GetProspect_WithApostrophe_AsksWithDoubledOne()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("O'Hara");

        var prospect = await connector.GetJsonAsync("/prospects/usrt/O'Hara");

        Assert.Equal("O'Hara", prospect["prospectId"]!.GetValue<string>());
        Assert.Contains(connector.Commerce.Requests, request => request.Contains("ProspectId='O''Hara'", StringComparison.Ordinal));
    }
}
