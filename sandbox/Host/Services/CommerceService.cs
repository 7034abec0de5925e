using B2BConnector.Commerce;

namespace B2BConnector.Host.Services;

/// <summary>Starts the Commerce emulator.</summary>
internal static class CommerceService
{
    public static async Task<IAsyncDisposable> StartAsync(ServiceContext context, CancellationToken stop)
    {
        var options = new CommerceOptions
        {
            AllowFaults = context.Options.AllowFaults,
            Url = context.Addresses.Commerce.ToString(),
            StorePath = context.Store("commerce"),
            MailFolder = context.MailFolder,
            Time = context.Time,
            Ids = context.Ids("commerce"),
            LoggerFactory = context.Loggers,
        };
        context.Options.Hooks.Commerce?.Invoke(options);
        return await RunningService.StartAsync(() => CommerceApp.Build(options), stop);
    }
}
