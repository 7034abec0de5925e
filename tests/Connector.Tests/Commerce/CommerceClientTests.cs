using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Commerce;

public sealed class CommerceClientTests
{
    private const string Get = "/prospects/usrt/P-1";

    [Fact]
    public async Task Read_ThatFailsOnce_IsRepeated()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        var failed = false;
        connector.Commerce.Before = _ => !failed && (failed = true) ? FakeCommerce.Status(502) : null;

        var read = connector.GetAsync(Get);
        await connector.Time.WhenWaitingAsync(wait => wait > TimeSpan.Zero && wait < TimeSpan.FromSeconds(10));
        connector.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.True((await read).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Read_AskedToWaitLongerThanACallMayTake_GivesUpAndPassesTheTimeOn()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Before = _ => FakeCommerce.Status(429, "600");

        using var response = await connector.GetAsync(Get);

        Assert.Equal("503 commerce_throttled", await TestConnector.ErrorAsync(response));
        Assert.Equal(TimeSpan.FromSeconds(600), response.Headers.RetryAfter!.Delta);
        Assert.Single(connector.Commerce.Requests);
    }

    [Fact]
    public async Task Read_ThatHangs_EndsWithTheTimeLimit()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Commerce:Retries"] = "1", ["Commerce:TotalTimeLimit"] = "00:00:40" });
        connector.Commerce.Gate = _ => new TaskCompletionSource().Task;

        var read = connector.GetAsync(Get);
        await connector.Time.WhenWaitingAsync(wait => wait == TimeSpan.FromSeconds(30));
        connector.Time.Advance(TimeSpan.FromSeconds(40));

        Assert.Equal("503 commerce_unavailable", await TestConnector.ErrorAsync(await read));
    }

    [Fact]
    public async Task Token_ThatCommerceRefuses_IsFetchedAgainOnce()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Before = request => request.Headers.Authorization!.Parameter == "token-1" ? FakeCommerce.Status(401) : null;

        using var response = await connector.GetAsync(Get);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(2, connector.Credential.Count);
    }

    [Fact]
    public async Task Token_OfManyCallsAtOnce_IsFetchedOnce()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => connector.GetAsync(Get)));

        Assert.Equal(1, connector.Credential.Count);
    }

    [Fact]
    public async Task Token_NearItsEnd_IsFetchedAgain()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        await connector.GetAsync(Get);
        connector.Time.Advance(TimeSpan.FromMinutes(56));

        await connector.GetAsync(Get);

        Assert.Equal(2, connector.Credential.Count);
    }

    [Fact]
    public async Task Commerce_ThatKeepsFailing_IsLeftAloneForAMoment()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Commerce:Retries"] = "1" });
        connector.Commerce.Before = _ => FakeCommerce.Status(503, "600");
        for (var call = 0; call < 20; call++)
        {
            await connector.GetAsync(Get);
        }

        var before = connector.Commerce.Requests.Count;
        using var response = await connector.GetAsync(Get);

        Assert.Equal("503 commerce_unavailable", await TestConnector.ErrorAsync(response));
        Assert.Equal(before, connector.Commerce.Requests.Count);
    }

    [Fact]
    public async Task Filter_ThatCommerceRefuses_IsDoneHere()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Tables.AddProspect("P-2", "Rejected");
        connector.Commerce.Tables.AddProspect("P-3", isB2B: "No");
        connector.Commerce.Before = request => request.RequestUri!.Query.Contains("IsB2BProspect%20eq", StringComparison.Ordinal) ? FakeCommerce.Status(400) : null;

        var page = await connector.GetJsonAsync("/prospects?legalEntity=usrt&status=Pending");

        Assert.Equal("P-1", Assert.Single(page["value"]!.AsArray())!["prospectId"]!.GetValue<string>());
    }

    [Fact]
    public async Task NextLink_ToAnotherHost_IsNotFollowed()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Before = _ => FakeCommerce.Status(200, body: "{\"value\":[],\"@odata.nextLink\":\"https://evil.example/data/Prospects\"}");

        Assert.Equal("502 commerce_error", await TestConnector.ErrorAsync(await connector.GetAsync("/prospects")));
        Assert.Single(connector.Commerce.Requests);
    }

    [Fact]
    public void RetryBudget_SpentByManyRetries_RefusesUntilCallsEarnItBack()
    {
        var budget = new RetryBudget();
        var granted = Enumerable.Range(0, 100).Count(_ => budget.TrySpend());
        for (var call = 0; call < 10; call++)
        {
            budget.Earn();
        }

        Assert.Equal(10, granted);
        Assert.True(budget.TrySpend());
        Assert.False(budget.TrySpend());
    }
}
