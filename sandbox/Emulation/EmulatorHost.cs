using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Emulation;

/// <summary>
/// Starts every emulator the same way: Kestrel and routing, nothing from the environment or from settings files, so that what runs is
/// what the options say. Ctrl+C belongs to the process that hosts it, not to the emulator.
/// </summary>
public static class EmulatorHost
{
    /// <param name="options">Address and logging.</param>
    /// <param name="store">Closed when the application is disposed.</param>
    public static WebApplicationBuilder CreateBuilder(EmulatorOptions options, EmulatorStore store)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = options.Name });
        builder.WebHost.UseKestrelCore().UseUrls(options.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        builder.Services.AddHostedElsewhere();
        builder.Services.AddSingleton(options.Time);

        // Registered through a factory, because the container disposes what it made; StoreOwner makes it do so even if nobody asks.
        builder.Services.AddSingleton(_ => store);
        builder.Services.AddHostedService<StoreOwner>();
        if (options.LoggerFactory is { } loggers)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(loggers));
        }

        return builder;
    }

    private sealed class StoreOwner(EmulatorStore store) : IHostedService
    {
        public EmulatorStore Store { get; } = store;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
