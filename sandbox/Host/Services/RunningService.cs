using B2BConnector.Connector;
using B2BConnector.Emulation;

namespace B2BConnector.Host.Services;

/// <summary>Starts and stops one web application; what a person has to change becomes one sentence.</summary>
internal static class RunningService
{
    public static async Task<IAsyncDisposable> StartAsync(Func<WebApplication> build, CancellationToken stop)
    {
        WebApplication? app = null;
        try
        {
            app = build();
            await app.StartAsync(stop);
            return new Running(app);
        }
        catch (Exception error) when (error is SandboxStartException or ConnectorStartException or IOException)
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            throw new SandboxFailure(error.Message);
        }
    }

    private sealed class Running(WebApplication app) : IAsyncDisposable, ICrashable
    {
        public Task CrashAsync() => Crash.OfAsync(app);

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }
    }
}
