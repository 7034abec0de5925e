using B2BConnector.Management;
using B2BConnector.Runtime;
using B2BConnector.Runtime.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Func;

/// <summary>The engine over one project folder and its HTTP face, from start to stop.</summary>
internal sealed class FuncHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly WorkflowEngine engine;

    // Subscriptions are made and scripts compiled after the start, as on the platform: nobody who calls already waits for them.
    private Task registering = Task.CompletedTask;

    private FuncHost(WebApplication app, WorkflowEngine engine)
    {
        this.app = app;
        this.engine = engine;
    }

    /// <summary>Prints "Host started" on standard output as soon as calls are answered.</summary>
    /// <exception cref="FuncFailure">The port is taken, or the folder is no Logic App project.</exception>
    public static async Task<FuncHost> StartAsync(FuncOptions options, string folder, CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        HostPort.Require(options.Port);
        var output = new HostOutput(Console.Out);
        var logs = new LoggerFactory([new HostLogs(output)], new LoggerFilterOptions { MinLevel = options.Verbose ? LogLevel.Information : LogLevel.Warning });
        var building = Task.Run(() => HostApp.Build(options.Port), stop);
        var project = FuncProject.Load(folder, logs);
        FuncHost? host = null;
        try
        {
            var engine = await WorkflowEngine.StartAsync(project, FuncProject.EngineOptions(project, logs, output), stop);
            host = new FuncHost(await building, engine);
            await host.StartAsync(stop);
            output.Started(project, engine.PublicAddress, TimeProvider.System.GetElapsedTime(began));
            host.registering = engine.RegisterTriggersAsync();
            _ = FirstCall.MakeAsync(engine.PublicAddress, stop);
            _ = Task.Run(() => output.Report(project.CompileScripts()), CancellationToken.None);
            return host;
        }
        catch (Exception error) when (error is IOException or StoreLockedException or StoreVersionException)
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }

            throw new FuncFailure(error.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Stops quickly; what is unfinished goes on at the next start in this folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await engine.StopWorkAsync();
        await registering;
        await app.StopAsync(CancellationToken.None);
        await engine.DisposeAsync();
        await app.DisposeAsync();
    }

    private async Task StartAsync(CancellationToken stop)
    {
        app.MapManagement(engine);
        await app.StartAsync(stop);
        engine.PublicAddress = new Uri(HostApp.AddressOf(app));
    }
}
