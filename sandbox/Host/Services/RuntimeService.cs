using B2BConnector.ApiHub;
using B2BConnector.Emulation;
using B2BConnector.Emulation.SignIn;
using B2BConnector.Management;
using B2BConnector.Runtime;
using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace B2BConnector.Host.Services;

/// <summary>Starts the workflow runtime, its management API and the connection gateway on one address.</summary>
internal static class RuntimeService
{
    private const string ConnectionId = "local";

    /// <summary>Flows act for the person who signed in when they were imported, not with the workflows' role.</summary>
    private const string PersonsConnectionId = "person";

    private const string Contract = "apiDefinition.swagger.json";
    private const string ConnectorHost = "connector.b2bconnector.example";

    public static async Task<IAsyncDisposable> StartAsync(ServiceContext context, CancellationToken stop)
    {
        var project = context.Options.Hooks.Project is { } kept ? kept(() => Load(context)) : Load(context);
        WorkflowEngine? engine = null;
        WebApplication? app = null;
        try
        {
            engine = await WorkflowEngine.StartAsync(project, Options(context), stop);
            app = Build(context, engine);
            await app.StartAsync(stop);
            await engine.RegisterTriggersAsync();
            return new Running(app, engine);
        }
        catch (Exception error)
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            if (engine is not null)
            {
                await engine.DisposeAsync();
            }

            if (error is IOException or ApiHubStartException or StoreLockedException or StoreVersionException)
            {
                throw new SandboxFailure(error.Message);
            }

            throw;
        }
    }

    /// <summary>All author errors at once, in the style of a compiler; they stop the start.</summary>
    private static WorkflowProject Load(ServiceContext context)
    {
        var loaded = WorkflowProject.Load(context.Options.WorkflowsFolder, AppSettings(context), flows: Flows(context));
        foreach (var problem in loaded.Problems)
        {
            Console.Error.WriteLine(problem);
        }

        return loaded.Project ?? throw new SandboxFailure(
            $"{context.Options.WorkflowsFolder} has {loaded.Problems.Count} problem(s); nothing was started.");
    }

    /// <summary>What a person chooses when the flows are imported: the connection of each connection reference.</summary>
    private static FlowEnvironment? Flows(ServiceContext context) => context.Options.Flows is not { } folder ? null : new FlowEnvironment
    {
        Folder = context.Options.InRoot(folder),
        Connections = new Dictionary<string, FlowConnection>
        {
            ["b2b_connection_prospects"] = new(RuntimeUrl(context, "b2bconnector"), context.Secrets.ConnectionKey) { Definition = context.Options.InRoot(Contract) },
            ["b2b_connection_dataverse"] = new(RuntimeUrl(context, "commondataservice", PersonsConnectionId), context.Secrets.ConnectionKey),
        },
    };

    private static Uri RuntimeUrl(ServiceContext context, string api, string connection = ConnectionId) => new(context.Addresses.Runtime, $"apim/{api}/{connection}");

    /// <summary>What an operator sets in Azure: addresses and keys. Everything else is the project's own.</summary>
    private static Dictionary<string, string> AppSettings(ServiceContext context)
    {
        var runtime = context.Addresses.Runtime.GetLeftPart(UriPartial.Authority);
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["commondataservice-connectionRuntimeUrl"] = RuntimeUrl(context, "commondataservice").ToString(),
            ["b2bconnector-connectionRuntimeUrl"] = RuntimeUrl(context, "b2bconnector").ToString(),
            ["commondataservice-connectionKey"] = context.Secrets.ConnectionKey,
            ["b2bconnector-connectionKey"] = context.Secrets.ConnectionKey,
            ["DATAVERSE_URL"] = context.Addresses.Dataverse.GetLeftPart(UriPartial.Authority),
            ["CONNECTOR_URL"] = context.Addresses.Connector.GetLeftPart(UriPartial.Authority),
            ["CONNECTOR_AUDIENCE"] = SandboxSignInService.ConnectorAudience,
            ["Workflows.WebhookRedirectHostUri"] = runtime,
            ["IDENTITY_ENDPOINT"] = $"{runtime}/msi/token",
            ["IDENTITY_HEADER"] = context.Secrets.IdentityHeader,
        };
        foreach (var (name, value) in context.Options.AppSettings)
        {
            settings[name] = value;
        }

        return settings;
    }

    private static EngineOptions Options(ServiceContext context)
    {
        var ids = context.Ids("runtime");
        return new EngineOptions
        {
            StorePath = context.Store("runtime"),
            Time = context.Time,
            Ids = () => ids(),
            PublicAddress = context.Addresses.Runtime,
            LoggerFactory = context.Loggers,
            Busy = context.Busy("runtime"),
            Http = context.Options.Hooks.RuntimeHttp ?? (() => new SocketsHttpHandler { AllowAutoRedirect = true }),
            Witness = context.Options.Hooks.RuntimeStore,
            HoldsRunsUntilTriggers = true, // they call the gateway, which is not there before the engine
        };
    }

    private static WebApplication Build(ServiceContext context, WorkflowEngine engine)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHostedElsewhere();
        builder.Services.Replace(ServiceDescriptor.Singleton(context.Loggers));
        builder.WebHost.UseUrls(context.Addresses.Runtime.ToString());
        var app = builder.Build();
        app.MapManagement(engine);
        var signIn = SandboxSignInService.Create(context);
        app.MapApiHub(Gateway(context, signIn));
        SandboxSignInService.Map(app, context, signIn);
        return app;
    }

    private static ApiHubOptions Gateway(ServiceContext context, SandboxSignIn signIn)
    {
        var options = GatewayOptions(context);
        options.IdentityTokens = resource => SandboxSignInService.IdentityToken(signIn, resource);
        context.Options.Hooks.Gateway?.Invoke(options);
        return options;
    }

    private static ApiHubOptions GatewayOptions(ServiceContext context) => new()
    {
        SwaggerPath = context.Options.InRoot(Contract),
        ApiPropertiesPath = context.Options.InRoot("apiProperties.json"),
        IdentityHeader = context.Secrets.IdentityHeader,
        AllowFaults = context.Options.AllowFaults,
        Time = context.Time,
        Connections =
        {
            new ApiHubConnection("commondataservice", ConnectionId, context.Secrets.ConnectionKey) { Backend = context.Addresses.Dataverse },
            new ApiHubConnection("commondataservice", PersonsConnectionId, context.Secrets.ConnectionKey) { Backend = context.Addresses.Dataverse, BackendToken = "sandbox-administrator" },
            new ApiHubConnection("b2bconnector", ConnectionId, context.Secrets.ConnectionKey)
            {
                ParameterSet = "apiKey",
                ParameterValues = new Dictionary<string, string> { ["host"] = ConnectorHost, ["api_key"] = context.Secrets.ConnectorKey },
            },
        },
        Hosts = { [$"https://{ConnectorHost}"] = context.Addresses.Connector },
    };

    private sealed class Running(WebApplication app, WorkflowEngine engine) : IAsyncDisposable, ICrashable
    {
        public async Task CrashAsync()
        {
            await engine.CrashAsync();
            await Crash.OfAsync(app);
        }

        public async ValueTask DisposeAsync()
        {
            // Workflows call their own gateway: it goes after them, else they would meet a failure that nobody has.
            await engine.StopWorkAsync();
            await app.StopAsync(CancellationToken.None);
            await engine.DisposeAsync();
            await app.DisposeAsync();
        }
    }
}
