using B2BConnector.Management;
using B2BConnector.Runtime;
using B2BConnector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Func;

/// <summary>The engine over one project folder and its HTTP face, from start to stop.</summary>
internal sealed class FuncHost : IAsyncDisposable
{
    private readonly HostApp app;
    private readonly WorkflowEngine engine;

    // Subscriptions are made and scripts compiled after the start, as on the platform: nobody who calls already waits for them.
    private Task registering = Task.CompletedTask;

    private FuncHost(HostApp app, WorkflowEngine engine)
    {
        this.app = app;
        this.engine = engine;
    }

    /// <summary>Prints "Host started" on standard output as soon as calls are answered.</summary>
    /// <exception cref="FuncFailure">The port is taken, or the folder is no Logic App project.</exception>
    public static async Task<FuncHost> StartAsync(FuncOptions options, string folder, CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        _ = Task.Run(WorkflowProject.Prepare, CancellationToken.None);
        var listening = Task.Run(() => HostApp.ListenAsync(options.Port, stop), stop);
        var output = new HostOutput(Console.Out);
        var logs = new LoggerFactory([new HostLogs(output)], new LoggerFilterOptions { MinLevel = options.Verbose ? LogLevel.Information : LogLevel.Warning });
        var project = FuncProject.Load(folder, logs);
        var app = await listening;
        WorkflowEngine engine;
        try
        {
            engine = await WorkflowEngine.StartAsync(project, FuncProject.EngineOptions(project, logs, output), stop);
        }
        catch (Exception error) when (error is IOException or StoreLockedException or StoreVersionException)
        {
            await app.DisposeAsync();
            throw new FuncFailure(error.Message.ReplaceLineEndings(" "));
        }

        var host = new FuncHost(app, engine);
        engine.PublicAddress = new Uri(app.Address);
        app.Serve(routes => routes.MapManagement(engine));
        output.Started(project, engine.PublicAddress, TimeProvider.System.GetElapsedTime(began));
        host.registering = engine.RegisterTriggersAsync();
        _ = Task.Run(() => GoOnAsync(project, output, engine.PublicAddress, stop), CancellationToken.None);
        return host;
    }

    /// <summary>Stops quickly; what is unfinished goes on at the next start in this folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await engine.StopWorkAsync();
        await registering;
        await app.StopAsync();
        await engine.DisposeAsync();
        await app.DisposeAsync();
    }

    // The compiler would take the processors from the first caller.
    private static async Task GoOnAsync(WorkflowProject project, HostOutput output, Uri address, CancellationToken stop)
    {
        await FirstCall.MakeAsync(address, stop);
        output.Report(project.CompileScripts());
    }
}
