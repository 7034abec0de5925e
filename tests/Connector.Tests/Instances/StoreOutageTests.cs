using System.Net;
using B2BConnector.Connector.Tests.Feed;
using B2BConnector.Connector.Tests.Support;
using B2BConnector.Connector.Tests.Support.PostgreSql;

namespace B2BConnector.Connector.Tests.Instances;

/// <summary>The database goes away while the connector runs, and comes back.</summary>
[Trait("Tier", "Long")]
public sealed class StoreOutageTests
{
    private const string Decided = "/triggers/prospect-decided?source=All";

    [PostgreSqlFact]
    public async Task Database_GoesAndComesBack_NothingIsWrittenTwiceOrLost()
    {
        var server = await PostgreSqlServer.GetAsync();
        StoreUnderTest.Current = new DatabaseUnderTest(server);
        await using var delivering = await DeliveringConnector.StartAsync();
        var (connector, first) = (delivering.Connector, delivering.Commerce.Tables.AddProspect("P-1"));
        delivering.Commerce.Tables.AddProspect("P-2");
        await delivering.LookAsync();
        await delivering.SubscribedAsync();
        var (_, _, cursor) = await FeedTests.PollAsync(connector, Decided);

        await server.CloseAsync(connector.Folder);
        var refused = new List<HttpResponseMessage> { await connector.GetAsync(new Uri(cursor).PathAndQuery), await connector.PostAsync("/prospects/usrt/P-2/reject"), await connector.GetAsync("/subscriptions/dead-deliveries") };
        await delivering.CommerceSaysAsync("Approved", first);
        var writes = delivering.Commerce.Writes.Count();
        await server.OpenAsync(connector.Folder);
        await delivering.AdvanceAsync(TimeSpan.FromMinutes(1));
        using var decided = await connector.PostAsync("/prospects/usrt/P-2/reject");
        await delivering.LookAsync();
        var (_, events, _) = await FeedTests.PollAsync(connector, new Uri(cursor).PathAndQuery);

        foreach (var answer in refused)
        {
            using (answer)
            {
                Assert.Equal("503 store_unavailable", await TestConnector.ErrorAsync(answer));
                Assert.NotNull(answer.Headers.RetryAfter);
            }
        }

        Assert.Equal(0, writes);
        Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        Assert.Single(delivering.Commerce.Writes);
        Assert.Equal(["usrt:P-1", "usrt:P-2"], events.Order());
        Assert.Equal(["P-1", "P-2"], delivering.Receiver.Received.Select(received => received.Prospect).Order());
    }
}
