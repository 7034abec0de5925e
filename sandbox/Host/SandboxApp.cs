using B2BConnector.Host.Services;

namespace B2BConnector.Host;

/// <summary>The composition root: starts the services of a sandbox in one process and stops them again.</summary>
/// <example><code>
/// await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions { Data = null, ... }, SandboxServices.All);
/// </code></example>
public sealed class SandboxApp : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _running = new();
    private string? _temporaryMail;

    private SandboxApp(SandboxOptions options)
    {
        Secrets = SandboxSecrets.LoadOrCreate(options.DataFolder);
        Addresses = new SandboxAddresses(
            Loopback(options.ConnectorPort), Loopback(options.CommercePort), Loopback(options.DataversePort), Loopback(options.RuntimePort), Loopback(options.ConsolePort));
        MailFolder = options.DataFolder is { } data
            ? Path.Combine(data, "mail")
            : _temporaryMail = Directory.CreateTempSubdirectory("b2b-mail-").FullName;
    }

    /// <summary>Where the services listen.</summary>
    public SandboxAddresses Addresses { get; private set; }

    /// <summary>Keys that the services share.</summary>
    public SandboxSecrets Secrets { get; }

    /// <summary>Folder with the mails that Commerce wrote.</summary>
    public string MailFolder { get; }

    /// <summary>Starts the services.</summary>
    /// <exception cref="SandboxFailure">A port is taken, data is in use, or a workflow file has errors: one clear text.</exception>
    public static async Task<SandboxApp> StartAsync(SandboxOptions options, SandboxServices services = SandboxServices.All, CancellationToken stop = default)
    {
        ReservePorts(options, services);
        var app = new SandboxApp(options);
        try
        {
            var loggers = SandboxLogging.Create(options.LogLevel);
            app._running.Push(new SandboxLogging.Owner(loggers));
            var context = new ServiceContext(options, app.Addresses, app.Secrets, app.MailFolder, loggers);
            if (services.HasFlag(SandboxServices.Commerce))
            {
                app._running.Push(await CommerceService.StartAsync(context, stop));
            }

            if (services.HasFlag(SandboxServices.Dataverse))
            {
                app._running.Push(await DataverseService.StartAsync(context, stop));
            }

            if (services.HasFlag(SandboxServices.Connector))
            {
                app._running.Push(await ConnectorService.StartAsync(context, stop));
            }

            if (services.HasFlag(SandboxServices.Runtime))
            {
                app._running.Push(await RuntimeService.StartAsync(context, stop));
            }

            if (services.HasFlag(SandboxServices.Console))
            {
                app._running.Push(await ConsoleService.StartAsync(context, stop));
            }

            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops in the reverse order; unfinished work stays in the stores.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_running.TryPop(out var service))
        {
            await service.DisposeAsync();
        }

        if (_temporaryMail is { } folder)
        {
            _temporaryMail = null;
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Ends all services as the death of the process would; files and ports are free afterwards. For tests of what survives.</summary>
    internal async Task CrashAsync()
    {
        while (_running.TryPop(out var service))
        {
            await (service is ICrashable crashable ? crashable.CrashAsync() : service.DisposeAsync().AsTask());
        }
    }

    private static void ReservePorts(SandboxOptions options, SandboxServices services)
    {
        options.ConnectorPort = Reserve(SandboxServices.Connector, options.ConnectorPort, "connector", "--connector-port");
        options.CommercePort = Reserve(SandboxServices.Commerce, options.CommercePort, "Commerce emulator", "--commerce-port");
        options.DataversePort = Reserve(SandboxServices.Dataverse, options.DataversePort, "Dataverse emulator", "--dataverse-port");
        options.RuntimePort = Reserve(SandboxServices.Runtime, options.RuntimePort, "workflow runtime", "--runtime-port");
        options.ConsolePort = Reserve(SandboxServices.Console, options.ConsolePort, "console", "--console-port");

        int Reserve(SandboxServices service, int port, string name, string option) =>
            services.HasFlag(service) ? LoopbackPort.Require(port, name, option) : port;
    }

    private static Uri Loopback(int port) => new($"http://localhost:{port}");
}
