using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Webhooks;

public sealed class SubscriptionTests
{
    [Fact]
    public async Task Rule62_SubscribingTwiceWithOneCallback_IsOneSubscription()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();

        var (first, firstLocation) = await delivering.SubscribedAsync();
        var (second, secondLocation) = await delivering.SubscribedAsync();
        await delivering.CommerceSaysAsync("Rejected", prospect);

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(firstLocation, secondLocation);
        Assert.Single(delivering.Receiver.Received);
    }

    [Fact]
    public async Task Subscribing_WithAnotherFilter_ChangesTheSubscription()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        var (first, _) = await delivering.SubscribedAsync(trigger: "prospect-decided?source=Connector");

        var (second, _) = await delivering.SubscribedAsync(trigger: "prospect-decided?source=Commerce&legalEntity=USRT");
        await delivering.CommerceSaysAsync("Rejected", prospect);

        Assert.Equal(first["subscriptionId"]!.ToString(), second["subscriptionId"]!.ToString());
        Assert.Equal(("usrt", "Commerce"), (second["legalEntity"]!.ToString(), second["source"]!.ToString()));
        Assert.Single(delivering.Receiver.Received);
    }

    [Fact]
    public async Task Rule62_DeletingWithTheTokenAlone_EndsTheSubscriptionHoweverOftenItIsCalled()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        var (first, location) = await delivering.SubscribedAsync();
        using var anonymous = new HttpClient();

        var statuses = new List<int>();
        for (var call = 0; call < 2; call++)
        {
            using var response = await anonymous.DeleteAsync(location);
            statuses.Add((int)response.StatusCode);
        }

        await delivering.CommerceSaysAsync("Rejected", prospect);
        var (second, other) = await delivering.SubscribedAsync();

        Assert.Equal([204, 204], statuses);
        Assert.Empty(delivering.Receiver.Received);
        Assert.NotEqual(first["subscriptionId"]!.ToString(), second["subscriptionId"]!.ToString());
        Assert.NotEqual(location, other);
    }

    [Fact]
    public async Task Deleting_WithAWrongToken_IsNotFoundAndEndsNothing()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        var (subscription, location) = await delivering.SubscribedAsync();
        using var anonymous = new HttpClient();
        var token = location.Segments[^1];
        var id = subscription["subscriptionId"]!.ToString();

        foreach (var wrong in new[] { id, token[..^1], token + "A", token.ToUpperInvariant(), new string('A', token.Length), "' OR 1=1 --" })
        {
            using var response = await anonymous.DeleteAsync(new Uri(location, wrong));
            Assert.Equal("404 subscription_not_found", await TestConnector.ErrorAsync(response));
        }

        await delivering.CommerceSaysAsync("Rejected", prospect);
        Assert.Equal(43, token.Length);
        Assert.Single(delivering.Receiver.Received);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Refusal_OfTheReceiver_SuspendsAndKeepsEventsUntilSomebodySubscribesAgain(int status)
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var first = delivering.Commerce.Tables.AddProspect("P-1");
        var second = delivering.Commerce.Tables.AddProspect("P-2");
        await delivering.LookAsync();
        await delivering.SubscribedAsync();
        delivering.Receiver.AnswerStatus(status);

        await delivering.CommerceSaysAsync("Rejected", first);
        await delivering.CommerceSaysAsync("Approved", second);
        await delivering.AdvanceAsync(TimeSpan.FromDays(10));
        var suspended = Assert.Single((await delivering.ReportAsync()).Suspended);
        var before = delivering.Receiver.Received.Count;
        delivering.Receiver.AnswerStatus(200);
        await delivering.SubscribedAsync();
        await delivering.WhenDoneAsync();

        Assert.Equal(("127.0.0.1", $"status {status}"), (suspended.Host, suspended.Reason));
        Assert.Equal(1, before);
        Assert.Equal(["P-1", "P-2"], delivering.Receiver.Received.Skip(1).Select(received => received.Prospect).Order());
        Assert.Empty((await delivering.ReportAsync()).Suspended);
    }

    [Fact]
    public async Task Gone_FromTheReceiver_EndsTheSubscription()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var first = delivering.Commerce.Tables.AddProspect("P-1");
        var second = delivering.Commerce.Tables.AddProspect("P-2");
        await delivering.LookAsync();
        await delivering.SubscribedAsync();
        delivering.Receiver.AnswerStatus(410);

        await delivering.CommerceSaysAsync("Rejected", first);
        delivering.Receiver.AnswerStatus(200);
        await delivering.CommerceSaysAsync("Rejected", second);
        await delivering.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Single(delivering.Receiver.Received);
        var report = await delivering.ReportAsync();
        Assert.Equal((0, 0, 0), (report.Suspended.Count, report.Waiting, report.Dead));
    }

    [Fact]
    public async Task Rule62_SecretsOfASubscription_AreNeitherLoggedNorReadableInTheStore()
    {
        await using var delivering = await DeliveringConnector.StartAsync();
        var prospect = delivering.Commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        var (subscription, location) = await delivering.SubscribedAsync();
        delivering.Receiver.AnswerStatus(404);
        await delivering.CommerceSaysAsync("Rejected", prospect);
        await delivering.Connector.Client.DeleteAsync(new Uri(location, "wrong"));
        delivering.Receiver.AnswerStatus(500);
        await delivering.SubscribedAsync();
        await delivering.WhenDoneAsync();
        string[] secrets = ["very-secret-signature", location.Segments[^1], subscription["signingSecret"]!.ToString()["whsec_".Length..]];
        var stored = await StoreUnderTest.Current.ReadAsync(delivering.Connector.Folder);

        Assert.Contains("127.0.0.1", stored, StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, stored, StringComparison.Ordinal));
        lock (delivering.Connector.LogLines)
        {
            Assert.Contains(delivering.Connector.LogLines, line => line.Contains("did not get to 127.0.0.1", StringComparison.Ordinal));
            Assert.All(secrets, secret => Assert.DoesNotContain(delivering.Connector.LogLines, line => line.Contains(secret, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Subscribing_WithoutAKeyForWebhooks_SaysWhatToConfigure()
    {
        await using var connector = await TestConnector.StartAsync(new() { ["Webhooks:Keys:0:id"] = null, ["Webhooks:Keys:0:secret"] = null });

        using var response = await connector.PostAsync("/subscriptions/prospect-decided", new { callbackUrl = "https://a.logic.azure.com/1" });

        Assert.Equal("501 webhooks_not_configured", await TestConnector.ErrorAsync(response));
    }

    [Fact]
    public async Task Subscribing_WithAKeyThatMayOnlyRead_IsForbidden()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        connector.Client.DefaultRequestHeaders.Add("X-Api-Key", TestConfiguration.ReaderKey);

        using var response = await connector.PostAsync("/subscriptions/prospect-decided", new { callbackUrl = "https://a.logic.azure.com/1" });

        Assert.Equal("403 forbidden", await TestConnector.ErrorAsync(response));
    }
}
