using System.Net;
using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Delivery;
using B2BConnector.Connector.Feed;
using B2BConnector.Connector.Features.Approvals;
using B2BConnector.Connector.Features.Checks;
using B2BConnector.Connector.Features.Credit;
using B2BConnector.Connector.Features.Customers;
using B2BConnector.Connector.Features.Jobs;
using B2BConnector.Connector.Features.Onboarding;
using B2BConnector.Connector.Features.Partners;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Features.Triggers;
using B2BConnector.Connector.Security;
using B2BConnector.Connector.Store;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector;

/// <summary>All registrations of the connector.</summary>
internal static class ConnectorServices
{
    public static void AddConnector(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(TimeProvider.System);
#pragma warning disable RS0030 // The one place where ids are made.
        services.AddSingleton<IdSource>(Guid.NewGuid);
#pragma warning restore RS0030
        services.AddSingleton<BusyReport>(_ => { });
        services.AddOptions(configuration, environment);
        services.AddStore();
        services.AddCommerce();
        services.AddDelivery();
        services.AddFeatures();
        services.AddCallers();
        services.AddConnectorContract();
        services.ConfigureHttpJsonOptions(json => ConnectorJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
    }

    private static void AddOptions(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<ConnectorOptions>().Bind(configuration);
        services.AddOptions<CommerceOptions>().Bind(configuration.GetSection(CommerceOptions.Section));
        services.AddOptions<DecisionOptions>().Bind(configuration.GetSection(DecisionOptions.Section));
        services.AddOptions<CustomersOptions>().Bind(configuration.GetSection(CustomersOptions.Section));
        services.AddOptions<OnboardingOptions>().Bind(configuration.GetSection(OnboardingOptions.Section));
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section));
        services.AddOptions<FeedOptions>().Bind(configuration.GetSection(FeedOptions.Section));
        services.AddOptions<JobOptions>().Bind(configuration.GetSection(JobOptions.Section));
        services.AddOptions<LeaseOptions>().Bind(configuration.GetSection(LeaseOptions.Section));
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection(WebhookOptions.Section));
        services.AddOptions<Configuration.AuthenticationOptions>().Bind(configuration.GetSection(Configuration.AuthenticationOptions.Section));
        services.AddSingleton<ConfigurationCheck>();
        if (environment.IsDevelopment())
        {
            services.PostConfigure<DecisionOptions>(options => options.Strategy ??= nameof(StatusWrite));
            services.PostConfigure<FeedOptions>(options => options.Freshness ??= TimeSpan.Zero);
            services.PostConfigure<StorageOptions>(options => options.ConnectionString ??= options.IsSqlite ? "Data Source=artifacts/connector.db" : null);
            services.PostConfigure<WebhookOptions>(options =>
            {
                if (options.Keys.Count == 0)
                {
                    options.Keys.Add(new WebhookKeyOptions { Id = "development", Secret = "known to everybody" });
                }
            });
        }
    }

    private static void AddCommerce(this IServiceCollection services)
    {
        services.AddSingleton(provider => CommerceCredential.Create(provider.GetRequiredService<IOptions<CommerceOptions>>().Value));
        services.AddSingleton<CommerceToken>();
        services.AddSingleton<CommercePipelines>();
        services.AddHttpClient(CommerceClient.HttpClientName, (provider, client) =>
            {
                // Time limits are the pipeline's: it runs on the TimeProvider and tells an attempt from the whole.
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = provider.GetRequiredService<IOptions<CommerceOptions>>().Value.MaxResponseBytes;
            })
            .RemoveAllLoggers() // They write addresses, and queries name people.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan); // One client for all calls: its connections follow changes of DNS by their own lifetime.
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<CommerceClient>(provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(CommerceClient.HttpClientName)));
        services.AddSingleton<CommerceCustomers>();
        services.AddSingleton<CommerceHierarchies>();
        services.AddSingleton<CommerceChannels>();
        services.AddSingleton<CommerceJobs>();

        // It keeps what it learned of Commerce's filters, which the feed and each request find out for themselves.
        services.AddTransient<CommerceProspects>();
    }

    private static void AddFeatures(this IServiceCollection services)
    {
        services.AddTransient<ProspectReader>();
        services.AddSingleton<PartnerHierarchies>();
        services.AddTransient<ProspectUpdate>();
        services.AddTransient<CustomerFinder>();
        services.AddTransient<CustomerEnsurer>();
        services.AddSingleton<CustomerRecords>();
        services.AddTransient<ProspectDecisions>();
        services.AddSingleton<ApprovalHolds>();
        services.AddSingleton<DecisionRecords>();
        services.AddTransient<StatusWrite>();
        services.AddTransient<IDecisionStrategy, StatusWrite>();
        services.AddTransient<IDecisionStrategy, Compose>();
        services.AddTransient<IDecisionStrategy, CustomService>();
        services.AddTransient<OnboardingChannels>();
        services.AddTransient<OnboardingSubmission>();
        services.AddTransient<IOnboardingRoute, ScaleUnitRoute>();
        services.AddTransient<IOnboardingRoute, ProspectsRoute>();
        services.AddTransient<PartnerReader>();
        services.AddTransient<PartnerUsers>();
        services.AddTransient<PersonBuyers>();
        services.AddTransient<ContactBuyers>();
        services.AddTransient<IBuyers>(provider => provider.GetRequiredService<IOptions<CustomersOptions>>().Value.BuyerModel == BuyerModel.Contact
            ? provider.GetRequiredService<ContactBuyers>()
            : provider.GetRequiredService<PersonBuyers>());
        services.AddTransient<CreditLimits>();
        services.AddTransient<JobReader>();
        services.AddTransient<EnvironmentChecks>();
        services.AddTransient<IEnvironmentCheck, ChannelCheck>();
        services.AddTransient<IEnvironmentCheck, MailCheck>();
        services.AddTransient<IEnvironmentCheck, JobCheck>();
        services.AddTransient<IEnvironmentCheck, ApprovalCheck>();
        services.AddTransient<IEnvironmentCheck, DecisionCheck>();
        services.AddTransient<IEnvironmentCheck, FeedCheck>();
        services.AddTransient<IEnvironmentCheck, DeliveryCheck>();
        services.AddTransient<IEnvironmentCheck, PersonCheck>();
        services.AddSingleton<EventReader>();
        services.AddTransient<TriggerPolling>();
        services.AddSingleton<FeedLog>();
        services.AddSingleton<FeedLeases>();
        services.AddSingleton<FeedPass>();
        services.AddSingleton<ProspectFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<ProspectFeed>());
    }
}
