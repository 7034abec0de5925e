using System.Globalization;
using Azure.Core;
using B2BConnector.Connector;
using B2BConnector.Emulation;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace B2BConnector.Host.Services;

/// <summary>Starts the connector as it is deployed, with the addresses of the emulators as its configuration.</summary>
internal static class ConnectorService
{
    public static async Task<IAsyncDisposable> StartAsync(ServiceContext context, CancellationToken stop) =>
        await RunningService.StartAsync(() => ConnectorApp.Build(Arguments, builder => Configure(builder, context)), stop);

    // Nobody changes settings under a sandbox, and each watcher of their files takes one of the few that the system gives to a user.
    private static string[] Arguments => ["--environment", "Development", "--hostBuilder:reloadConfigOnChange", "false"];

    private static void Configure(WebApplicationBuilder builder, ServiceContext context)
    {
        builder.Services.AddHostedElsewhere();
        builder.WebHost.UseUrls(context.Addresses.Connector.ToString());
        builder.Configuration.AddInMemoryCollection(Settings(context)).AddInMemoryCollection(SandboxSignInService.ConnectorSettings(context));
        builder.Services.Replace(ServiceDescriptor.Singleton<TokenCredential>(new SandboxCredential("sandbox-connector", context.Time)));
        builder.Services.Replace(ServiceDescriptor.Singleton(context.Loggers));
        builder.Services.Replace(ServiceDescriptor.Singleton(context.Time));
        var ids = context.Ids("connector");
        builder.Services.Replace(ServiceDescriptor.Singleton<Connector.IdSource>(() => ids()));
        if (context.Busy("connector") is { } busy)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<BusyReport>(change => busy(change)));
        }

        if (context.Options.DataFolder is null)
        {
            builder.Services.AddSingleton<IInterceptor, ThrowAwayStore>();
        }

        context.Options.Hooks.Connector?.Invoke(builder);
    }

    private static Dictionary<string, string?> Settings(ServiceContext context) => new()
    {
        ["Commerce:EnvironmentUrl"] = context.Addresses.Commerce.GetLeftPart(UriPartial.Authority),
        ["Commerce:ScaleUnitUrl"] = context.Addresses.Commerce.GetLeftPart(UriPartial.Authority),
        ["LegalEntities:0"] = "usrt",
        ["LegalEntities:1"] = "demf",
        ["Decision:Strategy"] = "StatusWrite",
        ["Onboarding:Route"] = "ScaleUnit",
        ["Onboarding:ScaleUnitKnowsToken"] = "true",
        ["Onboarding:Path"] = "/Commerce/BusinessPartners/Prospects?api-version=7.3",
        ["Storage:ConnectionString"] = $"Data Source={context.Store("connector") ?? Path.Combine(context.MailFolder, "connector.db")}",
        ["Feed:Interval"] = context.Options.FeedInterval.ToString("c", CultureInfo.InvariantCulture),
        ["Authentication:ApiKeys:0:Name"] = "gateway",
        ["Authentication:ApiKeys:0:Key"] = context.Secrets.ConnectorKey,
        ["Authentication:ApiKeys:0:Roles:0"] = "Prospect.Read",
        ["Authentication:ApiKeys:0:Roles:1"] = "Prospect.Decide",
        ["Authentication:ApiKeys:0:Roles:2"] = "Prospect.Manage",
        ["Authentication:ApiKeys:0:Roles:3"] = "Subscription.Manage",
    };
}
