using B2BConnector.Management;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Runtime.Tests.Support;

/// <summary>The HTTP face of a test engine on a free port, and a client for it.</summary>
internal sealed class ManagementHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ManagementHost(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public static async Task<ManagementHost> StartAsync(TestEngine engine)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapManagement(engine.Engine);
        await app.StartAsync();
        var host = new ManagementHost(app);
        engine.Engine.PublicAddress = host.Client.BaseAddress!;
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
