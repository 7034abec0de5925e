using B2BConnector.Dataverse;

namespace B2BConnector.Host.Services;

/// <summary>Starts the Dataverse emulator with the columns, keys and views of our solution.</summary>
internal static class DataverseService
{
    public static async Task<IAsyncDisposable> StartAsync(ServiceContext context, CancellationToken stop)
    {
        var options = new DataverseOptions
        {
            AllowFaults = context.Options.AllowFaults,
            Url = context.Addresses.Dataverse.ToString(),
            StorePath = context.Store("dataverse"),
            SolutionFolder = context.Options.InRoot("solution/core"),
            Time = context.Time,
            Ids = context.Ids("dataverse"),
            Busy = context.Busy("dataverse"),
            LoggerFactory = context.Loggers,
        };
        context.Options.Hooks.Dataverse?.Invoke(options);
        return await RunningService.StartAsync(() => DataverseApp.Build(options), stop);
    }
}
