using B2BConnector.Host;
using B2BConnector.Host.ConsolePages;
using B2BConnector.Host.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;

namespace B2BConnector.Console.Tests.Support;

/// <summary>A console whose systems may be down.</summary>
internal sealed class ConsoleAlone : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ConsoleAlone(WebApplication app, Uri address) => (_app, Pages) = (app, new HttpClient { BaseAddress = address });

    public HttpClient Pages { get; }

    /// <summary>Nothing listens there.</summary>
    public static Uri Nowhere() => new($"http://localhost:{LoopbackPort.Require(0, "test", "none")}");

    /// <param name="systems">Where the systems are.</param>
    /// <param name="at">Where the console is to listen; null = anywhere.</param>
    public static async Task<ConsoleAlone> StartAsync(SandboxAddresses systems, Uri? at = null)
    {
        var address = at ?? Nowhere();
        var app = ConsoleApp.Build(systems with { Console = address }, NullLoggerFactory.Instance, TimeProvider.System);
        await app.StartAsync();
        return new ConsoleAlone(app, address);
    }

    public async ValueTask DisposeAsync()
    {
        Pages.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
