using B2BConnector.Host.ConsolePages;

namespace B2BConnector.Host.Services;

/// <summary>Starts the console pages.</summary>
internal static class ConsoleService
{
    public static async Task<IAsyncDisposable> StartAsync(ServiceContext context, CancellationToken stop) =>
        await RunningService.StartAsync(() => ConsoleApp.Build(context.Addresses, context.Loggers, context.Time), stop);
}
