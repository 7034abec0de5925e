using System.Text.Encodings.Web;
using System.Text.Unicode;
using B2BConnector.Emulation;
using B2BConnector.Host.ConsolePages.Live;
using B2BConnector.Host.ConsolePages.Reading;
using B2BConnector.Host.ConsolePages.Systems;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace B2BConnector.Host.ConsolePages;

/// <summary>The web application behind the console. It reads the systems over HTTP, as anybody could, and writes nowhere.</summary>
internal static class ConsoleApp
{
    /// <param name="addresses">Where the systems are, and where the console listens.</param>
    /// <param name="loggers">Where it logs.</param>
    /// <param name="time">The clock of the sandbox.</param>
    public static WebApplication Build(SandboxAddresses addresses, ILoggerFactory loggers, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(addresses.Console.ToString());

        // A page elsewhere that points its own name at this machine gets nothing.
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AllowedHosts"] = "localhost;127.0.0.1;[::1]" });
        var services = builder.Services;
        services.AddHostedElsewhere();
        services.Replace(ServiceDescriptor.Singleton(loggers));
        services.AddSingleton(time);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(_ => new ConsoleSystems(addresses));
        services.AddSingleton(provider => new RunIndex(provider.GetRequiredService<ConsoleSystems>().Workflows));
        services.AddSingleton(provider => new RunReader(provider.GetRequiredService<ConsoleSystems>().Workflows));
        services.AddSingleton<StoryReader>();
        services.AddSingleton<ListReader>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<EventStream>();
        services.AddSingleton<StoryRoutes>();
        services.AddSingleton<ListRoutes>();
        var app = builder.Build();
        app.UseHostFiltering();
        app.Use(SecurityHeaders.AddAsync);
        Assets.Map(app);
        app.Services.GetRequiredService<ListRoutes>().Map(app);
        app.Services.GetRequiredService<StoryRoutes>().Map(app);
        return app;
    }
}
