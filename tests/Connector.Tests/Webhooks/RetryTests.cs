using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Webhooks;

public sealed class RetryTests
{
    /// <summary>The example schedule of Standard Webhooks 1.0.0: time since the first try.</summary>
    private static readonly string[] Schedule = ["0.00:00:05", "0.00:05:05", "0.00:35:05", "0.02:35:05", "0.07:35:05", "0.17:35:05", "1.07:35:05", "2.03:35:05", "3.03:35:05"];

    [Fact]
    public async Task Receiver_ThatFailsEveryTime_IsTriedTenTimesAndTheDeliveryIsKeptAsDead()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        var (subscription, _) = await delivering.SubscribedAsync();
        delivering.Receiver.AnswerStatus(500);
        var start = delivering.Connector.Time.GetUtcNow();
        await delivering.CommerceSaysAsync("Rejected", prospect);

        for (var tries = 1; tries <= Schedule.Length; tries++)
        {
            var next = start + TimeSpan.Parse(Schedule[tries - 1], System.Globalization.CultureInfo.InvariantCulture);
            await delivering.AdvanceAsync(next - delivering.Connector.Time.GetUtcNow() - TimeSpan.FromMilliseconds(1));
            Assert.Equal(tries, delivering.Receiver.Received.Count);
            Assert.Equal(1, (await delivering.ReportAsync()).Waiting);
            await delivering.AdvanceAsync(TimeSpan.FromMilliseconds(1));
            Assert.Equal(tries + 1, delivering.Receiver.Received.Count);
        }

        await delivering.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(10, delivering.Receiver.Received.Count);
        Assert.Single(delivering.Receiver.Received.Select(received => received.WebhookId).Distinct());
        Assert.Equal(10, delivering.Receiver.Received.Select(received => received.Headers["webhook-signature"]).Distinct().Count());
        var dead = Assert.Single((await delivering.Connector.GetJsonAsync("/subscriptions/dead-deliveries"))["value"]!.AsArray())!;
        Assert.Equal(
            (subscription["subscriptionId"]!.ToString(), "127.0.0.1", "P-1", 10, "status 500"),
            (dead["subscriptionId"]!.ToString(), dead["host"]!.ToString(), dead["prospectId"]!.ToString(), dead["tries"]!.GetValue<int>(), dead["reason"]!.ToString()));
    }

    [Fact]
    public async Task DeadDelivery_OfAProspect_LetsItsNextEventThrough()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        await delivering.SubscribedAsync();
        delivering.Receiver.AnswerStatus(500);
        await delivering.CommerceSaysAsync("Rejected", prospect);
        for (var wait = 0; wait < Schedule.Length; wait++)
        {
            await delivering.AdvanceAsync(TimeSpan.FromDays(1));
        }

        delivering.Receiver.AnswerStatus(200);
        await delivering.CommerceSaysAsync("Pending", prospect);
        await delivering.CommerceSaysAsync("Approved", prospect);

        Assert.Equal("Approved", delivering.Receiver.Received[^1].Status);
        Assert.Equal((0, 1), ((await delivering.ReportAsync()).Waiting, (await delivering.ReportAsync()).Dead));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Receiver_ThatAsksForALongerWait_GetsIt(int status)
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        await delivering.SubscribedAsync();
        delivering.Receiver.Answer = (_, context) =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (status, "3600");
            return Task.CompletedTask;
        };
        await delivering.CommerceSaysAsync("Rejected", prospect);
        delivering.Receiver.AnswerStatus(200);

        await delivering.AdvanceAsync(TimeSpan.FromSeconds(3599));
        var early = delivering.Receiver.Received.Count;
        await delivering.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((1, 2), (early, delivering.Receiver.Received.Count));
    }

    [Fact]
    public async Task Receiver_ThatDoesNotAnswer_IsGivenUpAfterTheTimeLimitAndTriedAgain()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        await delivering.SubscribedAsync();
        var release = new TaskCompletionSource();
        delivering.Receiver.Answer = (_, _) => release.Task;
        delivering.Commerce.Tables.Change(prospect, new() { ["B2BProspectStatus"] = "Rejected" });
        await delivering.Connector.LookAsync();
        await delivering.Receiver.WhenReceivedAsync(1);

        await delivering.AdvanceAsync(TimeSpan.FromSeconds(30));
        release.SetResult();
        delivering.Receiver.AnswerStatus(200);
        await delivering.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(2, delivering.Receiver.Received.Count);
        Assert.Contains(delivering.Connector.LogLines, line => line.Contains("no answer within 30 seconds", StringComparison.Ordinal));
        Assert.Equal(0, (await delivering.ReportAsync()).Waiting);
    }
}
