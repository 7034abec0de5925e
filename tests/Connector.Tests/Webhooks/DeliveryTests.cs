using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Webhooks;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Decision_AfterASubscription_IsDeliveredOnceWithARightSignature()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        var (subscription, _) = await delivering.SubscribedAsync();

        await delivering.Connector.PostAsync("/prospects/usrt/P-1/reject");
        await delivering.LookAsync();
        await delivering.LookAsync();
        await delivering.AdvanceAsync(TimeSpan.FromDays(4));

        var received = Assert.Single(delivering.Receiver.Received);
        Assert.Equal(("P-1", "Rejected", "Connector"), (received.Prospect, received.Status, received.Body["decisionSource"]!.ToString()));
        Assert.Equal(received.Body["eventId"]!.ToString(), received.WebhookId);
        Assert.Equal("prospect.decided", received.Body["type"]!.ToString());
        Assert.Equal("application/json; charset=utf-8", received.Headers["Content-Type"]);
        Assert.Equal(ExpectedSignature(subscription["signingSecret"]!.ToString(), received), received.Headers["webhook-signature"]);
        Assert.Equal(0, (await delivering.ReportAsync()).Waiting);
    }

    [Fact]
    public async Task Creation_AfterASubscription_IsDeliveredAndWhatWasBeforeIsNot()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        await delivering.SubscribedAsync(trigger: "prospect-created");

        delivering.Commerce.Tables.AddProspect("P-2");
        delivering.Commerce.Tables.AddProspect("P-3", legalEntity: "demf");
        await delivering.LookAsync();

        Assert.Equal(["P-2", "P-3"], delivering.Receiver.Received.Select(received => received.Prospect).Order());
        Assert.All(delivering.Receiver.Received, received => Assert.Equal("prospect.created", received.Body["type"]!.ToString()));
    }

    [Theory]
    [InlineData("prospect-decided", "P-2")]
    [InlineData("prospect-decided?source=Commerce", "P-2")]
    [InlineData("prospect-decided?source=Connector", "P-1")]
    [InlineData("prospect-decided?source=All", "P-1 P-2")]
    [InlineData("prospect-decided?source=All&legalEntity=DEMF", "")]
    public async Task Filter_OfASubscription_LeavesOutTheOthers(string trigger, string expected)
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        delivering.Commerce.Tables.AddProspect("P-1");
        var second = delivering.Commerce.Tables.AddProspect("P-2");
        await delivering.LookAsync();
        await delivering.SubscribedAsync(trigger: trigger);

        await delivering.Connector.PostAsync("/prospects/usrt/P-1/reject");
        await delivering.CommerceSaysAsync("Rejected", second);

        Assert.Equal(expected, string.Join(' ', delivering.Receiver.Received.Select(received => received.Prospect).Order()));
    }

    [Fact]
    public async Task Prospect_WhoseEventDoesNotGetThrough_KeepsItsOrderAndHoldsUpNobodyElse()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var first = delivering.Commerce.Tables.AddProspect("P-1");
        var second = delivering.Commerce.Tables.AddProspect("P-2");
        await delivering.LookAsync();
        await delivering.SubscribedAsync();
        delivering.Receiver.Answer = (received, context) =>
        {
            context.Response.StatusCode = received.Prospect == "P-1" ? 500 : 204;
            return Task.CompletedTask;
        };

        await delivering.CommerceSaysAsync("Rejected", first);
        await delivering.CommerceSaysAsync("Pending", first);
        await delivering.CommerceSaysAsync("Approved", first, second);
        var before = Told(delivering.Receiver);
        delivering.Receiver.AnswerStatus(200);
        await delivering.AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(["P-1 Rejected", "P-2 Approved"], before);
        Assert.Equal(["P-1 Rejected", "P-2 Approved", "P-1 Rejected", "P-1 Approved"], Told(delivering.Receiver));
    }

    [Fact]
    public async Task SlowReceiver_OfOneSubscription_DoesNotHoldUpAnother()
    {
        await using var delivering = await DeliveringConnector.StartAsync(new() { ["Webhooks:ParallelPerSubscription"] = "1" });
        await using var other = await CallbackReceiver.StartAsync();
        var release = new TaskCompletionSource();
        delivering.Receiver.Answer = (_, _) => release.Task;
        var prospects = Enumerable.Range(1, 3).Select(number => delivering.Commerce.Tables.AddProspect($"P-{number}")).ToArray();
        await delivering.LookAsync();
        await delivering.SubscribedAsync();
        await delivering.SubscribedAsync(other.Callback);

        foreach (var prospect in prospects)
        {
            delivering.Commerce.Tables.Change(prospect, new JsonObject { ["B2BProspectStatus"] = "Rejected" });
        }

        await delivering.Connector.LookAsync();
        await other.WhenReceivedAsync(3);
        await delivering.Receiver.WhenReceivedAsync(1);
        var slow = delivering.Receiver.Received.Count;
        release.SetResult();
        await delivering.WhenDoneAsync();

        Assert.Equal(1, slow);
        Assert.Equal(3, delivering.Receiver.Received.Count);
    }

    private static List<string> Told(CallbackReceiver receiver) => [.. receiver.Received.Select(received => $"{received.Prospect} {received.Status}")];

    /// <summary>By the words of the specification: HMAC-SHA256 of id, timestamp and body, joined by full stops.</summary>
    private static string ExpectedSignature(string secret, ReceivedEvent received)
    {
        Assert.True(long.Parse(received.Headers["webhook-timestamp"], CultureInfo.InvariantCulture) > 1_700_000_000);
        var signed = Encoding.UTF8.GetBytes($"{received.WebhookId}.{received.Headers["webhook-timestamp"]}.{received.Text}");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed));
    }
}
