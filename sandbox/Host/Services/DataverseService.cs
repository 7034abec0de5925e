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
            LoggerFactory = context.Loggers,
        };
        return await RunningService.StartAsync(() => DataverseApp.Build(options), stop);
    }
}
