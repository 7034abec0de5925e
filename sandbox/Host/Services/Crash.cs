namespace B2BConnector.Host.Services;

/// <summary>A service that can be stopped as the end of its process would stop it.</summary>
internal interface ICrashable
{
    /// <summary>Stops without waiting for requests under way; what is not committed is lost.</summary>
    Task CrashAsync();
}

/// <summary>Abrupt end of a web application: connections are cut, nothing is waited for.</summary>
internal static class Crash
{
    public static async Task OfAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync(new CancellationToken(canceled: true));
        }
        catch (Exception error) when (error is OperationCanceledException or AggregateException)
        {
            // What was under way was cut off, as intended.
        }

        await app.DisposeAsync();
    }
}
