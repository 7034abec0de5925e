using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Simulation;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Reconcile;

/// <summary>A whole sandbox under virtual time in which no event is heard. The people of a test act between its waits, in no time.</summary>
internal sealed class EventlessSandbox : IAsyncDisposable
{
    /// <summary>Of the parameter reconcileIntervalMinutes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    private const SandboxServices Services = SandboxServices.Commerce | SandboxServices.Dataverse | SandboxServices.Connector | SandboxServices.Runtime;
    private readonly VirtualTime _time = new();
    private readonly TemporaryFolder _folder = new();
    private readonly SandboxOptions _options;

    public EventlessSandbox(int seed, Action<string>? change = null)
    {
        Calls = new CallBook(_time);
        _options = VirtualSandbox.Options(_time, seed);
        if (change is not null)
        {
            _options.Workflows = _folder.CopyOfWorkflows();
            change(_options.Workflows);
        }

        Calls.Install(_options.Hooks);
    }

    public CallBook Calls { get; }

    public SandboxHooks Hooks => _options.Hooks;

    public string MailFolder { get; private set; } = "";

    public TimeSpan Simulated { get; private set; }

    /// <summary>Starts, lets the first run of reconcile pass, and plays.</summary>
    public async Task PlayAsync(Func<DemoSystems, Task> play)
    {
        var started = _time.GetUtcNow();
        await _time.RunAsync(async () =>
        {
            await using var app = await SandboxApp.StartAsync(_options, Services);
            MailFolder = app.MailFolder;
            using var systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
            await WaitAsync(TimeSpan.FromMinutes(1));
            await play(systems);
        });
        Simulated = _time.GetUtcNow() - started;
    }

    public Task WaitAsync(TimeSpan wait) => _time.WaitAsync(wait);

    public Task StartAsync(Func<Task> work) => _time.StartAsync(work);

    public Task StandAsideAsync(Task work) => _time.StandAsideAsync(work);

    public VirtualTime Time => _time;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
