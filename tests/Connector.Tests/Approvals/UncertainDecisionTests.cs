using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Approvals;

public sealed class UncertainDecisionTests
{
    private const string Reject = "/prospects/usrt/P-1/reject";

    [Fact]
    public async Task Write_WhoseAnswerIsLost_IsLookedForAndNotRepeated()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.After = request => request.Method == HttpMethod.Patch ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : null;

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Reject));

        Assert.Equal("Rejected", answer["status"]!.GetValue<string>());
        Assert.Single(connector.Commerce.Writes);
    }

    [Theory]
    [InlineData("Approved", "409 prospect_already_decided")]
    [InlineData("Pending", "503 commerce_cut_off")]
    public async Task Service_WhoseAnswerIsLost_IsNotCalledAgain(string statusAfterwards, string expected)
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Decision:Strategy"] = "CustomService", ["Decision:Service"] = "B2B/Decisions" });
        var prospect = connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Before = request =>
        {
            if (request.Method != HttpMethod.Post)
            {
                return null;
            }

            connector.Commerce.Tables.Change(prospect, new System.Text.Json.Nodes.JsonObject { ["B2BProspectStatus"] = statusAfterwards });
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        };

        Assert.Equal(expected, await TestConnector.ErrorAsync(await connector.PostAsync(Reject)));
        Assert.Equal("POST /api/services/B2B/Decisions/reject", Assert.Single(connector.Commerce.Writes));
    }

    [Theory]
    [InlineData("StatusWrite")]
    [InlineData("CustomService")]
    public async Task Write_WhoseAnswerIsLostAndThatCannotBeLookedFor_StaysOurDecision(string strategy)
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Decision:Strategy"] = strategy, ["Decision:Service"] = "B2B/Decisions" }, withFeed: true);
        var row = connector.Commerce.Tables.AddProspect("P-1");
        var (_, _, next) = await Feed.FeedTests.PollAsync(connector, "/triggers/prospect-decided?source=All");
        var lost = false;
        connector.Commerce.Before = request =>
        {
            if (request.Method == HttpMethod.Get)
            {
                return lost ? FakeCommerce.Status(400) : null;
            }

            lost = true;
            connector.Commerce.Tables.Change(row, new() { ["B2BProspectStatus"] = "Rejected" });
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        };

        Assert.Equal("503 commerce_cut_off", await TestConnector.ErrorAsync(await connector.PostAsync(Reject)));

        connector.Commerce.Before = null;
        Assert.Equal("Connector", (string?)Assert.Single((await connector.GetJsonAsync(next)).AsArray())!["decisionSource"]);
    }

    /// <summary>The repetition is refused, but the first one may still arrive.</summary>
    [Fact]
    public async Task Write_RepeatedInVain_StaysOurDecision()
    {
        await using var connector = await TestConnector.StartAsync(withFeed: true);
        var row = connector.Commerce.Tables.AddProspect("P-1");
        var (_, _, next) = await Feed.FeedTests.PollAsync(connector, "/triggers/prospect-decided?source=All");
        var writes = 0;
        connector.Commerce.Before = request => request.Method == HttpMethod.Patch ? FakeCommerce.Status(writes++ == 0 ? 500 : 400) : null;

        Assert.Equal("503 commerce_cut_off", await TestConnector.ErrorAsync(await connector.PostAsync(Reject)));

        connector.Commerce.Tables.Change(row, new() { ["B2BProspectStatus"] = "Rejected" });
        Assert.Equal("Connector", (string?)Assert.Single((await connector.GetJsonAsync(next)).AsArray())!["decisionSource"]);
    }

    [Fact]
    public async Task Write_ThatNeverArrived_IsRepeatedUnderTheSameEtag()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        var lost = 0;
        connector.Commerce.Before = request => request.Method == HttpMethod.Patch && lost++ == 0 ? FakeCommerce.Status(500) : null;

        var answer = await TestConnector.JsonAsync(await connector.PostAsync(Reject));

        Assert.Equal("Rejected", answer["status"]!.GetValue<string>());
        Assert.Equal(2, connector.Commerce.Writes.Count());
    }

    [Fact]
    public async Task Write_OfARowWithoutEtagThatBrokeOff_IsNotRepeated()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1").Remove("@odata.etag");
        connector.Commerce.Before = request => request.Method == HttpMethod.Patch ? FakeCommerce.Status(500) : null;

        using var response = await connector.PostAsync(Reject);

        Assert.Equal("503 commerce_cut_off", await TestConnector.ErrorAsync(response));
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Single(connector.Commerce.Writes);

        // The write may still arrive, so for a while nobody else gets at the prospect.
        Assert.Equal("409 in_progress", await TestConnector.ErrorAsync(await connector.PostAsync(Reject)));
        connector.Time.Advance(TimeSpan.FromSeconds(30));
        connector.Commerce.Before = null;
        using var later = await connector.PostAsync(Reject);
        Assert.True(later.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Write_OfARowThatChangedMeanwhile_IsRepeatedOnTheNewOne()
    {
        await using var connector = await TestConnector.StartAsync();
        var row = connector.Commerce.Tables.AddProspect("P-1");
        var changed = false;
        connector.Commerce.Before = request =>
        {
            if (request.Method == HttpMethod.Patch && !changed)
            {
                changed = true;
                connector.Commerce.Tables.Change(row, new() { ["Department"] = "New" });
            }

            return null;
        };

        using var response = await connector.PostAsync(Reject);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(2, connector.Commerce.Writes.Count());
    }

    [Fact]
    public async Task Write_OfAProspectDecidedMeanwhile_IsConflict()
    {
        await using var connector = await TestConnector.StartAsync();
        var row = connector.Commerce.Tables.AddProspect("P-1");
        connector.Commerce.Before = request =>
        {
            if (request.Method == HttpMethod.Patch)
            {
                connector.Commerce.Tables.Change(row, new() { ["B2BProspectStatus"] = "Approved" });
            }

            return null;
        };

        Assert.Equal("409 prospect_already_decided", await TestConnector.ErrorAsync(await connector.PostAsync(Reject)));
    }

    [Fact]
    public async Task Write_RefusedAsTooMuch_IsRepeatedAfterTheTimeNamed()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        var refused = false;
        connector.Commerce.Before = request => request.Method == HttpMethod.Patch && !refused && (refused = true) ? FakeCommerce.Status(429, "7") : null;

        var rejection = connector.PostAsync(Reject);
        await connector.Time.WhenWaitingAsync(wait => wait == TimeSpan.FromSeconds(7));
        connector.Time.Advance(TimeSpan.FromSeconds(7));

        Assert.True((await rejection).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Decision_WhileAnotherIsAtWork_IsInProgress()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Commerce.Tables.AddProspect("P-1");
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connector.Commerce.Gate = _ =>
        {
            reached.TrySetResult();
            return go.Task;
        };
        var first = connector.PostAsync(Reject);
        await reached.Task;

        using var second = await connector.PostAsync(Reject);
        go.SetResult();

        Assert.Equal("409 in_progress", await TestConnector.ErrorAsync(second));
        Assert.Equal(TimeSpan.FromSeconds(5), second.Headers.RetryAfter!.Delta);
        Assert.True((await first).IsSuccessStatusCode);
    }
}
