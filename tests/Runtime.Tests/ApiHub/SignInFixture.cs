using B2BConnector.ApiHub;
using B2BConnector.Emulation.SignIn;
using B2BConnector.Runtime.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Runtime.Tests.ApiHub;

/// <summary>A gateway with the repository's own apiDefinition and apiProperties, a sign-in service and a backend, all on free ports.</summary>
internal sealed class SignInFixture : IAsyncDisposable
{
    public const string Tenant = "5a0e6bd0-1c25-4f3b-8a2e-0d8c1a6f7b10";
    public const string Application = "9f4b7e1d-2a38-4c56-b1d0-7e8f90a1b2c3";
    public const string Secret = "s3cret";

    private readonly List<WebApplication> _apps = [];
    private readonly HttpClient _client = new();

    public int Tokens { get; private set; }

    /// <summary>What the backend saw last.</summary>
    public IHeaderDictionary Seen { get; private set; } = new HeaderDictionary();

    public ApiHubOptions Options { get; } = new()
    {
        SwaggerPath = Path.Combine(CaseRunner.Root, "apiDefinition.swagger.json"),
        ApiPropertiesPath = Path.Combine(CaseRunner.Root, "apiProperties.json"),
    };

    public async Task StartAsync(ApiHubConnection connection)
    {
        var backend = Create();
        backend.Run(context =>
        {
            Seen = new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value));
            return context.Response.WriteAsync("{}");
        });
        var login = Create();
        login.Use((context, next) =>
        {
            Tokens += context.Request.Path.Value!.EndsWith("/token", StringComparison.Ordinal) ? 1 : 0;
            return next(context);
        });
        login.MapSandboxSignIn(new SandboxSignIn(new Uri("https://login.microsoftonline.com/"), Options.Time), [new SandboxApplication(Application, Secret, ["Prospect.Read"])]);
        await Task.WhenAll(backend.StartAsync(), login.StartAsync());
        Options.Hosts["https://b2b.contoso.example"] = new Uri(backend.Urls.Single());
        Options.Hosts["https://login.microsoftonline.com"] = new Uri(login.Urls.Single());
        Options.Connections.Add(connection);
        var gateway = ApiHubApp.Build(Options);
        _apps.Add(gateway);
        await gateway.StartAsync();
        _client.BaseAddress = new Uri(gateway.Urls.Single());
    }

    public async Task<HttpResponseMessage> CallAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/apim/b2bconnector/local/connection");
        request.Headers.TryAddWithoutValidation("Authorization", "Key k1");
        request.Headers.Add("X-Api-Key", "forged");
        return await _client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }
    }

    private WebApplication Create()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        _apps.Add(app);
        return app;
    }
}
