using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Webhooks;

/// <summary>What becomes of deliveries that were given up, and what a person is told about them.</summary>
public sealed class DeadDeliveryTests
{
    private const string Retry = "/subscriptions/dead-deliveries/retry";

    [Fact]
    public async Task Retry_AfterTheReceiverIsMended_DeliversBeforeWhatCameLater()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        await GiveUpAsync(delivering, "P-1");
        var given = delivering.Receiver.Received[^1].WebhookId;
        var prospect = delivering.Commerce.Tables.Of("Prospects").Single();
        await delivering.CommerceSaysAsync("Pending", prospect);
        await delivering.CommerceSaysAsync("Approved", prospect);
        var until = delivering.Receiver.Received.Count;
        delivering.Receiver.AnswerStatus(200);

        using var response = await delivering.Connector.PostAsync(Retry);
        await delivering.WhenDoneAsync();
        await delivering.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal("1 0 0", Counts(await TestConnector.JsonAsync(response)));
        var received = delivering.Receiver.Received.Skip(until).ToList();
        Assert.Equal(["Rejected", "Approved"], received.Select(one => one.Status));
        Assert.Equal(given, received[0].WebhookId);
        Assert.Empty(await ListAsync(delivering));
        Assert.Equal(0, (await delivering.ReportAsync()).Waiting);
    }

    [Fact]
    public async Task Retry_OfOneSubscriptionOrEvent_LeavesTheOthersDead()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        await GiveUpAsync(delivering, "P-1", "P-2", "P-3");
        var dead = await ListAsync(delivering);
        delivering.Receiver.AnswerStatus(200);

        var counts = new List<string>();
        foreach (var body in new[]
        {
            new { subscriptionId = Guid.Empty.ToString(), eventId = dead[0]!["eventId"]!.ToString() },
            new { subscriptionId = "", eventId = "no number" },
            new { subscriptionId = dead[0]!["subscriptionId"]!.ToString(), eventId = dead[1]!["eventId"]!.ToString() },
        })
        {
            using var response = await delivering.Connector.PostAsync(Retry, body);
            counts.Add(Counts(await TestConnector.JsonAsync(response)));
        }

        await delivering.WhenDoneAsync();

        Assert.Equal(["0 0 0", "0 0 0", "1 0 0"], counts);
        Assert.Equal([dead[0]!["prospectId"]!.ToString(), dead[2]!["prospectId"]!.ToString()], (await ListAsync(delivering)).Select(row => row!["prospectId"]!.ToString()));
        Assert.Equal(dead[1]!["prospectId"]!.ToString(), delivering.Receiver.Received[^1].Prospect);
    }

    [Fact]
    public async Task Retry_OfASuspendedSubscription_WaitsUntilItGoesOn()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        await GiveUpAsync(delivering, "P-1");
        delivering.Receiver.AnswerStatus(403);
        var second = delivering.Commerce.Tables.AddProspect("P-2");
        await delivering.LookAsync();
        await delivering.CommerceSaysAsync("Rejected", second);
        var until = delivering.Receiver.Received.Count;
        delivering.Receiver.AnswerStatus(200);

        using var response = await delivering.Connector.PostAsync(Retry);
        await delivering.WhenDoneAsync();
        var meanwhile = delivering.Receiver.Received.Count;
        await delivering.SubscribedAsync();
        await delivering.WhenDoneAsync();

        Assert.Equal("0 1 0", Counts(await TestConnector.JsonAsync(response)));
        Assert.Equal(until, meanwhile);
        Assert.Equal(["P-1", "P-2"], delivering.Receiver.Received.Skip(until).Select(received => received.Prospect).Order());
    }

    [Fact]
    public async Task Retry_OfASubscriptionThatIsOver_LeavesItDeadAndForgetsItIn90Days()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var location = await GiveUpAsync(delivering, "P-1");
        (await delivering.Connector.Client.DeleteAsync(location)).Dispose();

        using var response = await delivering.Connector.PostAsync(Retry);
        var dead = Assert.Single(await ListAsync(delivering))!;
        delivering.Connector.Time.Advance(TimeSpan.FromDays(91));
        var (_, next) = await delivering.SubscribedAsync();
        (await delivering.Connector.Client.DeleteAsync(next)).Dispose();

        Assert.Equal("0 0 1", Counts(await TestConnector.JsonAsync(response)));
        Assert.Equal("Deleted", dead["subscriptionState"]!.ToString());
        Assert.Empty(await ListAsync(delivering));
    }

    [Fact]
    public async Task Check_OfDelivery_NamesWhatIsSuspendedAndWhatWasGivenUpAndWhatToDo()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var healthy = await CheckAsync(delivering, "usrt");
        await GiveUpAsync(delivering, "P-1", "P-2");
        var dead = await CheckAsync(delivering, "usrt");
        var elsewhere = await CheckAsync(delivering, "demf");
        var third = delivering.Commerce.Tables.AddProspect("P-3");
        await delivering.LookAsync();
        delivering.Receiver.AnswerStatus(401);
        await delivering.CommerceSaysAsync("Rejected", third);
        var suspended = await CheckAsync(delivering, "usrt");

        Assert.Equal(["Passed: 0 subscription(s) get their events; 0 event(s) are under way."], healthy);
        Assert.Matches(@"^Failed: The delivery of prospect\.decided to 127\.0\.0\.1 \(subscription .{36}\) was given up for 2 event\(s\).*RetryDeadDeliveries\.$", Assert.Single(dead));
        Assert.Equal(["Passed: 1 subscription(s) get their events; 0 event(s) are under way."], elsewhere);
        Assert.Equal(2, suspended.Count);
        Assert.Contains(suspended, text => text.Contains("status 401. 1 event(s) wait. Mend the receiver, then subscribe again", StringComparison.Ordinal));
    }

    /// <summary>A subscription to whose receiver nothing gets through; gives the address that ends it.</summary>
    private static async Task<Uri> GiveUpAsync(DeliveringConnector delivering, params string[] prospects)
    {
        var rows = prospects.Select(number => delivering.Commerce.Tables.AddProspect(number)).ToArray();
        await delivering.LookAsync();
        var (_, location) = await delivering.SubscribedAsync();
        delivering.Receiver.AnswerStatus(500);
        await delivering.CommerceSaysAsync("Rejected", rows);
        for (var day = 0; day < 9; day++)
        {
            await delivering.AdvanceAsync(TimeSpan.FromDays(1));
        }

        Assert.Equal(prospects.Length, (await delivering.ReportAsync()).Dead);
        return location;
    }

    private static async Task<JsonArray> ListAsync(DeliveringConnector delivering) => (await delivering.Connector.GetJsonAsync("/subscriptions/dead-deliveries"))["value"]!.AsArray();

    private static async Task<List<string>> CheckAsync(DeliveringConnector delivering, string legalEntity) =>
        [.. (await delivering.Connector.GetJsonAsync($"/legal-entities/{legalEntity}/check"))["checks"]!.AsArray().Where(check => check!["code"]!.ToString() == "delivery").Select(check => $"{check!["state"]}: {check["message"]}")];

    private static string Counts(JsonNode answer) => $"{answer["retried"]} {answer["waiting"]} {answer["left"]}";
}
