using B2BConnector.ApiHub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Runtime.Tests.ApiHub;

/// <summary>A gateway and one backend that plays connector and Dataverse, both on free ports.</summary>
internal sealed class GatewayFixture : IAsyncDisposable
{
    private readonly List<WebApplication> _apps = [];

    public ApiHubOptions Options { get; } = new()
    {
        SwaggerPath = Fixture("connector.swagger.json"),
        ApiPropertiesPath = Fixture("connector.properties.json"),
    };

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    public Uri Gateway { get; private set; } = null!;

    public Uri Backend { get; private set; } = null!;

    /// <summary>What reached the backend last.</summary>
    public (string Method, string Target, IHeaderDictionary Headers, string Body) Seen { get; private set; }

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "ApiHub", name);

    public async Task<GatewayFixture> StartAsync(RequestDelegate? backend = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value));
            Seen = (context.Request.Method, context.Features.Get<IHttpRequestFeature>()!.RawTarget, headers, await reader.ReadToEndAsync());
            await (backend ?? (c => c.Response.WriteAsync("{}")))(context);
        });
        Backend = await RunAsync(app);
        Options.Hosts["https://usrt.connector.example"] = Backend;
        Options.Connections.Add(new ApiHubConnection("b2bconnector", "local", "k1")
        {
            ParameterValues = new Dictionary<string, string> { ["host"] = "usrt.connector.example", ["api_key"] = "secret" },
        });
        Options.Connections.Add(new ApiHubConnection("commondataservice", "local", "k2") { Backend = Backend });
        Gateway = await RunAsync(ApiHubApp.Build(Options));
        return this;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key = "k1", HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        // Encoding that a client would tidy up must arrive as written.
        var url = new Uri(Gateway.AbsoluteUri.TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, url) { Content = body };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Key " + key);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? key = "k1", params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, key, null, headers);

    public Task StopBackendAsync() => _apps[0].StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }
    }

    private async Task<Uri> RunAsync(WebApplication app)
    {
        _apps.Add(app);
        await app.StartAsync();
        return new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }
}
