using B2BConnector.Connector.Tests.Feed;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Store;

public sealed class RestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-restart-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Restart_OnTheSameStore_GoesOnFromTheSameCursor()
    {
        var commerce = new FakeCommerce();
        var time = new ManualTime();
        commerce.Tables.AddProspect("P-1");
        string next;
        await using (var first = await TestConnector.StartAsync(withFeed: true, commerce: commerce, time: time, folder: _folder))
        {
            (_, _, next) = await FeedTests.PollAsync(first, "/triggers/prospect-created");
        }

        commerce.Tables.AddProspect("P-2");
        await using var second = await TestConnector.StartAsync(withFeed: true, commerce: commerce, time: time, folder: _folder);
        var (_, events, _) = await FeedTests.PollAsync(second, new Uri(next).PathAndQuery);

        Assert.Equal(["usrt:P-2"], events);
    }

    [Fact]
    public async Task Restart_AfterADecision_StillKnowsItIsItsOwn()
    {
        var commerce = new FakeCommerce();
        commerce.Tables.AddProspect("P-1");
        string next;
        await using (var first = await TestConnector.StartAsync(withFeed: true, commerce: commerce, folder: _folder))
        {
            (_, _, next) = await FeedTests.PollAsync(first, "/triggers/prospect-decided");
            await first.PostAsync("/prospects/usrt/P-1/reject");
        }

        await using var second = await TestConnector.StartAsync(withFeed: true, commerce: commerce, folder: _folder);
        var (status, _, _) = await FeedTests.PollAsync(second, new Uri(next).PathAndQuery);

        Assert.Equal(202, status);
    }
}
