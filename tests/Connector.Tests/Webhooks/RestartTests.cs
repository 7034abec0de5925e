using System.Data.Common;
using B2BConnector.Connector.Tests.Support;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace B2BConnector.Connector.Tests.Webhooks;

/// <summary>What a connector owes when it comes up again.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-webhooks-").FullName;
    private readonly FakeCommerce _commerce = new();
    private readonly ManualTime _time = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Crash_BetweenDeliveryAndMark_DeliversAgainUnderTheSameId()
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        var prospect = _commerce.Tables.AddProspect("P-1");
        await using (var first = await DeliveringConnector.StartAsync(null, _commerce, _time, _folder, receiver, builder => builder.Services.AddSingleton<IInterceptor>(new LosingMarks())))
        {
            await first.SubscribedAsync(receiver.Callback);
            await first.CommerceSaysAsync("Rejected", prospect);
            Assert.Single(receiver.Received);
        }

        await using var second = await DeliveringConnector.StartAsync(null, _commerce, _time, _folder, receiver);
        await second.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Equal(2, receiver.Received.Count);
        Assert.Equal(receiver.Received[0].WebhookId, receiver.Received[1].WebhookId);
        Assert.Equal(receiver.Received[0].Text, receiver.Received[1].Text);
    }

    [Fact]
    public async Task Store_ThatLosesMarks_MakesNoStormOfDeliveries()
    {
        await using var delivering = await DeliveringConnector.StartAsync(null, _commerce, _time, _folder, more: builder => builder.Services.AddSingleton<IInterceptor>(new LosingMarks()));
        var prospect = _commerce.Tables.AddProspect("P-1");
        await delivering.LookAsync();
        await delivering.SubscribedAsync();

        await delivering.CommerceSaysAsync("Rejected", prospect);
        await delivering.LookAsync();
        var atOnce = delivering.Receiver.Received.Count;
        await delivering.AdvanceAsync(TimeSpan.FromSeconds(10));

        Assert.Equal((1, 2), (atOnce, delivering.Receiver.Received.Count));
    }

    [Fact]
    public async Task Retry_DueWhileTheConnectorWasDown_IsMadeAtTheStart()
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        var prospect = _commerce.Tables.AddProspect("P-1");
        await using (var first = await DeliveringConnector.StartAsync(null, _commerce, _time, _folder, receiver))
        {
            await first.SubscribedAsync(receiver.Callback);
            receiver.AnswerStatus(503);
            await first.CommerceSaysAsync("Rejected", prospect);
        }

        receiver.AnswerStatus(200);
        _time.Advance(TimeSpan.FromHours(1));
        await using var second = await DeliveringConnector.StartAsync(null, _commerce, _time, _folder, receiver);
        await second.WhenDoneAsync();

        Assert.Equal(2, receiver.Received.Count);
        Assert.Equal(0, (await second.ReportAsync()).Waiting);
    }

    [Fact]
    public async Task Key_Changed_SignsWithBothUntilTheOldOneIsRemovedAndThenWaitsForANewSubscription()
    {
        await using var receiver = await CallbackReceiver.StartAsync();
        var prospects = Enumerable.Range(1, 3).Select(number => _commerce.Tables.AddProspect($"P-{number}")).ToList();
        string before;
        await using (var first = await DeliveringConnector.StartAsync(Keys("spring"), _commerce, _time, _folder, receiver))
        {
            before = (await first.SubscribedAsync(receiver.Callback)).Answer["signingSecret"]!.ToString();
        }

        await using (var both = await DeliveringConnector.StartAsync(Keys("autumn", "spring"), _commerce, _time, _folder, receiver))
        {
            await both.CommerceSaysAsync("Rejected", prospects[0]);
            Assert.Equal(2, receiver.Received[0].Headers["webhook-signature"].Split(' ').Length);
        }

        await using var last = await DeliveringConnector.StartAsync(Keys("autumn"), _commerce, _time, _folder, receiver);
        await last.CommerceSaysAsync("Rejected", prospects[1]);
        var reason = Assert.Single((await last.ReportAsync()).Suspended).Reason;
        var (after, location) = await last.SubscribedAsync(receiver.Callback);
        await last.WhenDoneAsync();
        using var deleted = await last.Connector.Client.DeleteAsync(location);

        Assert.Equal("key 'spring' is not in Webhooks:Keys", reason);
        Assert.Equal(["P-1", "P-2"], receiver.Received.Select(received => received.Prospect));
        Assert.NotEqual(before, after["signingSecret"]!.ToString());
        Assert.Equal(204, (int)deleted.StatusCode);
    }

    private static Dictionary<string, string?> Keys(params string[] ids) =>
        ids.SelectMany((id, index) => new[] { ($"Webhooks:Keys:{index}:id", id), ($"Webhooks:Keys:{index}:secret", $"secret-of-{id}-0123456789abcdefgh") }).ToDictionary(pair => pair.Item1, pair => (string?)pair.Item2);

    /// <summary>A connector that dies when it is about to write down that something was delivered.</summary>
    private sealed class LosingMarks : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            command.CommandText.StartsWith("DELETE FROM \"Deliveries\"", StringComparison.Ordinal) ? throw new IOException("The disk is gone.") : ValueTask.FromResult(result);
    }
}
