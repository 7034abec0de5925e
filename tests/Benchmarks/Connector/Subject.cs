using Azure.Core;
using B2BConnector.Connector;
using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Security;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Benchmarks.Connector;

/// <summary>The real connector as it runs in production, in front of whatever stands in for Commerce.</summary>
internal sealed class Subject : IAsyncDisposable
{
    public const string Key = "key-of-the-benchmark-0123456789abcd";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connector-benchmark-");
    private WebApplication? _app;

    public Uri Address => new(_app!.Urls.Single());

    public IServiceProvider Services => _app!.Services;

    public static async Task<Subject> StartAsync(HttpMessageHandler commerce, IDictionary<string, string?>? settings = null, HttpMessageHandler? signIn = null)
    {
        var subject = new Subject();
        var configuration = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["Commerce:EnvironmentUrl"] = "https://commerce.contoso.example",
            ["Commerce:Credential"] = "ManagedIdentity",
            ["LegalEntities:0"] = "usrt",
            ["Decision:Strategy"] = "StatusWrite",
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(subject._folder.FullName, "connector.db")}",
            ["Storage:SingleNode"] = "true",
            ["Authentication:ApiKeys:0:name"] = "benchmark",
            ["Authentication:ApiKeys:0:key"] = Key,
            ["Authentication:ApiKeys:0:roles:0"] = "Prospect.Read",
            ["Feed:Interval"] = "01:00:00",
        };
        subject._app = ConnectorApp.Build(["--environment", "Production"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(configuration);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TokenCredential>(new OneToken());
            builder.Services.Configure<JwtBearerOptions>(EntraBearer.SchemeName, options => options.BackchannelHttpHandler = signIn);
            builder.Services.AddHttpClient(CommerceClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => commerce).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        });
        await subject._app.StartAsync();
        return subject;
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private sealed class OneToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
