using System.Text.Json.Nodes;
using B2BConnector.Connector.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>A connector with its feed, and a receiver for what it delivers. The clock stands still unless the test moves it.</summary>
internal sealed class DeliveringConnector(TestConnector connector, CallbackReceiver receiver, Work work, bool ownsReceiver) : IAsyncDisposable
{
    public TestConnector Connector { get; } = connector;

    public CallbackReceiver Receiver { get; } = receiver;

    public FakeCommerce Commerce => Connector.Commerce;

    /// <summary>Development by default, where the loopback may be called.</summary>
    public static async Task<DeliveringConnector> StartAsync(
        Dictionary<string, string?>? settings = null,
        FakeCommerce? commerce = null,
        ManualTime? time = null,
        string? folder = null,
        CallbackReceiver? receiver = null,
        Action<WebApplicationBuilder>? more = null,
        string environment = "Development")
    {
        var work = new Work();
        var connector = await TestConnector.StartAsync(settings, withFeed: true, commerce: commerce, time: time, folder: folder, environment: environment, more: builder =>
        {
            builder.Services.AddSingleton<BusyReport>(work.Report);
            more?.Invoke(builder);
        });
        await work.WhenDoneAsync();
        return new DeliveringConnector(connector, receiver ?? await CallbackReceiver.StartAsync(), work, receiver is null);
    }

    public Task<HttpResponseMessage> SubscribeAsync(string? callback = null, string trigger = "prospect-decided?source=All") =>
        Connector.PostAsync("/subscriptions/" + trigger, new { callbackUrl = callback ?? Receiver.Callback });

    /// <summary>Subscribes, and gives the answer.</summary>
    public async Task<(JsonObject Answer, Uri Location)> SubscribedAsync(string? callback = null, string trigger = "prospect-decided?source=All")
    {
        using var response = await SubscribeAsync(callback, trigger);
        Assert.Equal(201, (int)response.StatusCode);
        return ((await TestConnector.JsonAsync(response)).AsObject(), response.Headers.Location!);
    }

    /// <summary>Somebody in Commerce gives prospects a status; the connector looks, and delivers what it can.</summary>
    public async Task CommerceSaysAsync(string status, params JsonObject[] prospects)
    {
        foreach (var prospect in prospects)
        {
            Commerce.Tables.Change(prospect, new JsonObject { ["B2BProspectStatus"] = status });
        }

        await LookAsync();
    }

    public async Task LookAsync()
    {
        await Connector.LookAsync();
        await work.WhenDoneAsync();
    }

    public Task WhenDoneAsync() => work.WhenDoneAsync();

    public async Task AdvanceAsync(TimeSpan span)
    {
        Connector.Time.Advance(span);
        await work.WhenDoneAsync();
    }

    public Task<DeliveryReport> ReportAsync() => Connector.Services.GetRequiredService<DeliveryHealth>().ReadAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Connector.DisposeAsync();
        if (ownsReceiver)
        {
            await Receiver.DisposeAsync();
        }
    }
}
