using System.Net;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Delivery;

/// <summary>Registers what delivers events.</summary>
internal static class DeliveryServices
{
    private const int DrainedBytes = 4096;
    private const int HeaderKilobytes = 16;

    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<HostLookup>((host, cancel) => Dns.GetHostAddressesAsync(host, cancel));
        services.AddSingleton<AddressRules>();
        services.AddSingleton<CallbackRules>();
        services.AddSingleton<CheckedConnection>();
        services.AddSingleton<WebhookKeys>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<DeliveryPlanner>();
        services.AddSingleton<DeliveryClaims>();
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<DeliveryRecords>();
        services.AddSingleton<DeliveryHealth>();
        services.AddSingleton<DeadDeliveries>();
        services.AddSingleton<SubscriptionRegister>();
        services.AddSingleton<Features.Subscriptions.Subscribing>();
        services.AddHttpClient(CallbackSender.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan) // The sender limits the time, on the TimeProvider.
            .RemoveAllLoggers() // They write addresses, and a callback address is a secret.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<CheckedConnection>(), provider.GetRequiredService<IOptions<Configuration.WebhookOptions>>().Value));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<CallbackSender>(provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(CallbackSender.HttpClientName)));
        services.AddHostedService<DeliveryLoop>();
    }

    private static SocketsHttpHandler Handler(CheckedConnection connection, Configuration.WebhookOptions options) => new()
    {
        // A redirect leads where nobody checked; a proxy would connect in our place.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectCallback = connection.OpenAsync,

        // A host that moves is looked up, and checked, again.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = options.Parallel,
        MaxResponseHeadersLength = HeaderKilobytes,
        MaxResponseDrainSize = DrainedBytes,
        ActivityHeadersPropagator = null,
    };
}
