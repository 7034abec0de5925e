using B2BConnector.Connector.Tests.Support;
using B2BConnector.Connector.Tests.Support.PostgreSql;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace B2BConnector.Connector.Tests.Instances;

/// <summary>Two instances on one PostgreSQL database, one Commerce, one receiver and one clock. The first can be made to stand still.</summary>
internal sealed class TwoConnectors : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-instances-").FullName;

    public FakeCommerce Commerce { get; } = new();

    public ManualTime Time { get; } = new();

    public Standstill Standstill { get; } = new();

    public DeliveringConnector First { get; private set; } = null!;

    public DeliveringConnector Second { get; private set; } = null!;

    public CallbackReceiver Receiver { get; private set; } = null!;

    public static async Task<TwoConnectors> StartAsync(Dictionary<string, string?>? settings = null, Action<FakeCommerce>? prepare = null)
    {
        StoreUnderTest.Current = new DatabaseUnderTest(await PostgreSqlServer.GetAsync());
        var two = new TwoConnectors { Receiver = await CallbackReceiver.StartAsync() };
        prepare?.Invoke(two.Commerce);
        two.First = await DeliveringConnector.StartAsync(settings, two.Commerce, two.Time, two._folder, two.Receiver, builder => builder.Services.AddSingleton<IInterceptor>(two.Standstill));

        // The first one's loop may still hold the lease of its first pass.
        var second = DeliveringConnector.StartAsync(settings, two.Commerce, two.Time, two._folder, two.Receiver);
        await two.WithPausesAsync(second);
        two.Second = await second;
        return two;
    }

    /// <summary>Both look at once, and deliver what they find.</summary>
    public Task LookAsync() => WithPausesAsync(Task.WhenAll(First.LookAsync(), Second.LookAsync()));

    public Task WhenDoneAsync() => WithPausesAsync(Task.WhenAll(First.WhenDoneAsync(), Second.WhenDoneAsync()));

    /// <summary>Lets the time go by that one waits for the other, and no more: what is on its way meanwhile has time limits on this clock.</summary>
    public async Task WithPausesAsync(Task work)
    {
        var next = TimeSpan.Zero;
        while (await Task.WhenAny(work, Time.WhenWaitingAsync(IsPause)).WaitAsync(MostPatience) != work)
        {
            Time.Advance(next);
        }

        await work;

        bool IsPause(TimeSpan wait)
        {
            next = wait;
            return wait > TimeSpan.Zero && wait <= LongestPause;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Standstill.End();
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await Receiver.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
