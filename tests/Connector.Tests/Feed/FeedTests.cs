using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Feed;

public sealed class FeedTests
{
    private const string Created = "/triggers/prospect-created?source=All";
    private const string Decided = "/triggers/prospect-decided?source=All";

    [Fact]
    public async Task Created_FirstCall_DeliversEveryPendingProspectAndNothingElse()
    {
        var commerce = new FakeCommerce();
        commerce.Tables.AddProspect("P-1");
        commerce.Tables.AddProspect("P-2", "Approved");
        commerce.Tables.AddProspect("P-3", legalEntity: "demf");
        commerce.Tables.AddProspect("P-4", isB2B: "No");
        await using var connector = await TestConnector.StartAsync(withFeed: true, commerce: commerce);

        var (status, events, _) = await PollAsync(connector, Created);

        Assert.Equal(200, status);
        Assert.Equal(["usrt:P-1", "demf:P-3"], events);
    }

    [Fact]
    public async Task Created_WithCursor_DeliversOnlyWhatIsNew()
    {
        await using var connector = await TestConnector.StartAsync(withFeed: true);
        connector.Commerce.Tables.AddProspect("P-1");
        var (_, _, next) = await PollAsync(connector, Created);

        var (status, none, after) = await PollAsync(connector, next);
        connector.Commerce.Tables.AddProspect("P-2");
        var (_, some, _) = await PollAsync(connector, after);

        Assert.Equal(202, status);
        Assert.Empty(none);
        Assert.Equal(["usrt:P-2"], some);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("%00%ff")]
    [InlineData("dDF8cHJvc3BlY3QuY3JlYXRlZHwwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMHwxfDE")]
    public async Task Created_WithUnknownCursor_DeliversEveryPendingProspectAgain(string cursor)
    {
        await using var connector = await TestConnector.StartAsync(withFeed: true);
        connector.Commerce.Tables.AddProspect("P-1");
        var gone = connector.Commerce.Tables.AddProspect("P-2");
        await PollAsync(connector, Created);
        connector.Commerce.Tables.Change(gone, new JsonObject { ["B2BProspectStatus"] = "Rejected" });
        await connector.LookAsync();

        var (_, events, _) = await PollAsync(connector, $"{Created}&cursor={cursor}");

        Assert.Equal(["usrt:P-1"], events);
    }

    [Fact]
    public async Task Created_WithCursorOfTheOtherTrigger_BeginsAgain()
    {
        await using var connector = await TestConnector.StartAsync(withFeed: true);
        connector.Commerce.Tables.AddProspect("P-1");
        var (_, _, decidedNext) = await PollAsync(connector, Decided);

        var (_, events, _) = await PollAsync(connector, Created + "&" + decidedNext.Split('&')[^1]);

        Assert.Equal(["usrt:P-1"], events);
    }

    [Fact]
    public async Task Decided_FirstCall_DeliversNothingAndThenWhatIsDecided()
    {
        var commerce = new FakeCommerce();
        commerce.Tables.AddProspect("P-0", "Approved");
        var row = commerce.Tables.AddProspect("P-1");
        await using var connector = await TestConnector.StartAsync(withFeed: true, commerce: commerce);
        var (status, _, next) = await PollAsync(connector, Decided);
        connector.Commerce.Tables.Change(row, new JsonObject { ["B2BProspectStatus"] = "Approved" });

        var (_, events, after) = await PollAsync(connector, next);
        var (later, _, _) = await PollAsync(connector, after);

        Assert.Equal(202, status);
        Assert.Equal(["usrt:P-1"], events);
        Assert.Equal(202, later);
    }

    [Theory]
    [InlineData("Commerce", 202)]
    [InlineData("Connector", 200)]
    [InlineData("All", 200)]
    public async Task Decided_ByThisConnector_IsFilteredBySource(string source, int expected)
    {
        await using var connector = await TestConnector.StartAsync(withFeed: true);
        connector.Commerce.Tables.AddProspect("P-1");
        var (_, _, next) = await PollAsync(connector, $"/triggers/prospect-decided?source={source}");
        await connector.PostAsync("/prospects/usrt/P-1/reject");

        var (status, _, _) = await PollAsync(connector, next);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Decided_InHeadquarters_SaysSoAndCarriesNoPersonalData()
    {
        await using var connector = await TestConnector.StartAsync(withFeed: true);
        var row = connector.Commerce.Tables.AddProspect("P-1");
        var (_, _, next) = await PollAsync(connector, "/triggers/prospect-decided");
        connector.Commerce.Tables.Change(row, new JsonObject { ["B2BProspectStatus"] = "Rejected" });

        var events = (await connector.GetJsonAsync(next)).AsArray();

        var only = Assert.Single(events)!.AsObject();
        Assert.Equal("Commerce", only["decisionSource"]!.GetValue<string>());
        Assert.Equal(["eventId", "type", "occurredAt", "legalEntity", "prospectId", "status", "decisionSource"], only.Select(pair => pair.Key));
    }

    [Fact]
    public async Task ProspectGoneFromCommerce_IsNoEvent()
    {
        await using var connector = await TestConnector.StartAsync(withFeed: true);
        var row = connector.Commerce.Tables.AddProspect("P-1");
        var (_, _, next) = await PollAsync(connector, Decided);
        connector.Commerce.Tables.Remove("Prospects", row);

        var (status, _, _) = await PollAsync(connector, next);

        Assert.Equal(202, status);
    }

    [Fact]
    public async Task ProspectThatBecomesUnknown_IsNoEvent()
    {
        await using var connector = await TestConnector.StartAsync(withFeed: true);
        var row = connector.Commerce.Tables.AddProspect("P-1");
        var (_, _, next) = await PollAsync(connector, Decided);
        connector.Commerce.Tables.Change(row, new JsonObject { ["B2BProspectStatus"] = "Unknown" });

        var (status, _, _) = await PollAsync(connector, next);

        Assert.Equal(202, status);
    }

    [Fact]
    public async Task ProspectThatOnlyMovedToAnotherPage_IsNoEvent()
    {
        await using var connector = await TestConnector.StartAsync(withFeed: true);
        connector.Commerce.PageSize = 2;
        for (var number = 1; number <= 5; number++)
        {
            connector.Commerce.Tables.AddProspect($"P-{number}");
        }

        var (_, events, next) = await PollAsync(connector, Created);
        var (status, _, _) = await PollAsync(connector, next);

        Assert.Equal(5, events.Count);
        Assert.Equal(202, status);
    }

    [Fact]
    public async Task Pass_AfterTheInterval_RunsByItself()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Feed:Interval"] = "00:10:00", ["Feed:Freshness"] = "01:00:00" }, withFeed: true);
        var (_, _, next) = await PollAsync(connector, Created);
        connector.Commerce.Tables.AddProspect("P-1");
        var (fresh, _, _) = await PollAsync(connector, next);

        await connector.Time.WhenWaitingAsync(wait => wait == TimeSpan.FromMinutes(10));
        var passed = connector.Feed.NextPass;
        connector.Time.Advance(TimeSpan.FromMinutes(10));
        await passed;
        var (_, events, _) = await PollAsync(connector, next);

        Assert.Equal(202, fresh);
        Assert.Equal(["usrt:P-1"], events);
    }

    [Fact]
    public async Task Batch_LargerThanOneAnswer_ComesInSeveral()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Feed:BatchSize"] = "2" }, withFeed: true);
        for (var number = 1; number <= 5; number++)
        {
            connector.Commerce.Tables.AddProspect($"P-{number}");
        }

        var delivered = new List<string>();
        var address = Created;
        for (var call = 0; call < 3; call++)
        {
            var (_, events, next) = await PollAsync(connector, address);
            delivered.AddRange(events);
            address = next;
        }

        Assert.Equal(["usrt:P-1", "usrt:P-2", "usrt:P-3", "usrt:P-4", "usrt:P-5"], delivered);
    }

    [Fact]
    public async Task Location_KeepsTheOtherQueryParameters()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["PublicUrl"] = "https://b2b.contoso.example/api" }, withFeed: true);

        using var response = await connector.GetAsync("/triggers/prospect-decided?legalEntity=usrt&source=All&x=1%202");

        Assert.StartsWith("https://b2b.contoso.example/api/triggers/prospect-decided?legalEntity=usrt&source=All&x=1%202&cursor=", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(1), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Trigger_WhileCommerceIsDown_SaysSoAndLosesNothing()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Commerce:Retries"] = "1" }, withFeed: true);
        var (_, _, next) = await PollAsync(connector, Created);
        connector.Commerce.Before = _ => FakeCommerce.Status(503, "0");

        Assert.Equal("503 commerce_unavailable", await TestConnector.ErrorAsync(await connector.GetAsync(next)));
        connector.Commerce.Before = null;
        connector.Commerce.Tables.AddProspect("P-1");
        var (_, events, _) = await PollAsync(connector, next);

        Assert.Equal(["usrt:P-1"], events);
    }

    [Fact]
    public async Task Trigger_WithWrongSource_IsRefused()
    {
        await using var connector = await TestConnector.StartAsync(withFeed: true);

        Assert.Equal("400 invalid_request", await TestConnector.ErrorAsync(await connector.GetAsync("/triggers/prospect-decided?source=Everybody")));
    }

    internal static async Task<(int Status, List<string> Events, string Next)> PollAsync(TestConnector connector, string address)
    {
        using var response = await connector.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode is 200 or 202, text);
        var events = text.Length == 0 ? [] : JsonNode.Parse(text)!.AsArray().Select(item => $"{item!["legalEntity"]}:{item["prospectId"]}").ToList();
        return ((int)response.StatusCode, events, response.Headers.Location!.OriginalString);
    }
}
