using B2BConnector.Connector.Tests.Support.PostgreSql;

namespace B2BConnector.Connector.Tests.Instances;

/// <summary>Two instances share the delivery of events: each is sent by one of them, in the order of its prospect.</summary>
[Trait("Tier", "Long")]
public sealed class SharedDeliveryTests
{
    private const int Prospects = 30;

    // While one instance waits for the other this clock moves, and a try that is on its way must not end by that.
    private static readonly Dictionary<string, string?> Patient = new() { ["Webhooks:TimeLimit"] = "00:10:00" };

    [PostgreSqlFact]
    public async Task Events_OfManyProspects_ArriveOnceEach()
    {
        await using var two = await TwoConnectors.StartAsync(Patient);
        await two.First.SubscribedAsync();
        await two.Second.SubscribedAsync(trigger: "prospect-created");
        var prospects = Enumerable.Range(1, Prospects).Select(number => two.Commerce.Tables.AddProspect($"P-{number}")).ToArray();
        await two.LookAsync();

        await two.WithPausesAsync(Task.WhenAll(two.First.CommerceSaysAsync("Approved", prospects[..15]), two.Second.CommerceSaysAsync("Rejected", prospects[15..])));
        await two.LookAsync();

        Assert.Equal(2 * Prospects, two.Receiver.Received.Count);
        Assert.Equal(2 * Prospects, two.Receiver.Received.Select(received => received.WebhookId).Distinct().Count());
        Assert.Equal(0, (await two.First.ReportAsync()).Waiting);
    }

    [PostgreSqlFact]
    public async Task Instance_DiesWhileItSends_IsReplacedAndNothingOvertakesItsEvent()
    {
        await using var two = await TwoConnectors.StartAsync();
        await two.First.SubscribedAsync();
        var prospect = two.Commerce.Tables.AddProspect("P-1");
        await two.LookAsync();

        // It got through, but the first one does not come to write that down.
        two.Standstill.Before("DELETE FROM \"Deliveries\"");
        var sent = two.Time.GetUtcNow();
        var stuck = two.First.CommerceSaysAsync("Rejected", prospect);
        await two.Standstill.Reached;

        // It may still hold the lease of its pass, too, and the second one then looks again a second later.
        await two.WithPausesAsync(two.Second.CommerceSaysAsync("Pending", prospect));
        await two.WithPausesAsync(two.Second.CommerceSaysAsync("Approved", prospect));
        var untilThen = two.Receiver.Received.Select(received => received.Status).ToList();
        await two.Second.AdvanceAsync(sent + TimeSpan.FromSeconds(59) - two.Time.GetUtcNow());
        var beforeTheEnd = two.Receiver.Received.Count;
        await two.Second.AdvanceAsync(TimeSpan.FromSeconds(11));
        var afterTheEnd = two.Receiver.Received.ToList();
        two.Standstill.End();
        await two.WithPausesAsync(stuck);
        await two.LookAsync();

        Assert.Equal(["Rejected"], untilThen);
        Assert.Equal(1, beforeTheEnd);
        Assert.Equal(["Rejected", "Rejected", "Approved"], afterTheEnd.Select(received => received.Status));
        Assert.Equal(afterTheEnd[0].WebhookId, afterTheEnd[1].WebhookId);
        Assert.Equal(3, two.Receiver.Received.Count);
        Assert.Equal(0, (await two.Second.ReportAsync()).Waiting);
    }

    [PostgreSqlFact]
    public async Task Failure_OfATry_IsRetriedOnScheduleByEitherInstance()
    {
        await using var two = await TwoConnectors.StartAsync(Patient);
        await two.First.SubscribedAsync();
        var prospect = two.Commerce.Tables.AddProspect("P-1");
        await two.LookAsync();
        two.Receiver.AnswerStatus(500);
        await two.WithPausesAsync(two.First.CommerceSaysAsync("Rejected", prospect));
        await two.WhenDoneAsync();
        var first = two.Receiver.Received.Count;

        two.Time.Advance(TimeSpan.FromSeconds(5));
        await two.WhenDoneAsync();
        var second = two.Receiver.Received.Count;
        two.Receiver.AnswerStatus(200);
        two.Time.Advance(TimeSpan.FromMinutes(5));
        await two.WhenDoneAsync();
        two.Time.Advance(TimeSpan.FromHours(1));
        await two.WhenDoneAsync();

        Assert.Equal((1, 2, 3), (first, second, two.Receiver.Received.Count));
        Assert.Single(two.Receiver.Received.Select(received => received.WebhookId).Distinct());
    }
}
