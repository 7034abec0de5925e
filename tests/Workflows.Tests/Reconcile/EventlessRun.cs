using System.Globalization;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Workflows.Tests.Simulation;
using B2BConnector.Workflows.Tests.Support;

namespace B2BConnector.Workflows.Tests.Reconcile;

/// <summary>Plays stories on a whole sandbox under virtual time while no event is heard: whatever becomes right, reconcile made it right.</summary>
internal sealed class EventlessRun(int seed, IReadOnlyList<SimulatedStory> stories)
{
    private const SandboxServices Services = SandboxServices.Commerce | SandboxServices.Dataverse | SandboxServices.Connector | SandboxServices.Runtime;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);
    private readonly VirtualTime _time = new();

    /// <summary>Dataverse as it would be if Win and Lose raised no event of their own.</summary>
    public bool WinLoseRaiseUpdate { get; init; } = true;

    public TimeSpan Simulated { get; private set; }

    /// <summary>What is not as it must be, in words.</summary>
    public async Task<IReadOnlyList<string>> PlayAsync()
    {
        var problems = new List<string>();
        var started = _time.GetUtcNow();
        await _time.RunAsync(async () =>
        {
            await using var app = await SandboxApp.StartAsync(Options(), Services);
            using var systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
            using var stop = new CancellationTokenSource(Longest, _time);
            using var over = new CancellationTokenSource();
            var people = new SimulatedPeople(systems, _time, stop.Token);
            var watch = new InvariantWatch(systems, stories);
            var jobs = _time.StartAsync(() => EveryAsync(TimeSpan.FromMinutes(2), () => RunJobsAsync(systems), over.Token));
            var guard = _time.StartAsync(() => EveryAsync(TimeSpan.FromMinutes(10), watch.LookAsync, over.Token));
            await _time.StandAsideAsync(Task.WhenAll(stories.Select(story => _time.StartAsync(() => people.PlayAsync(story)))));
            await _time.WaitAsync(Interval * 2);
            var quiet = new Quiet(systems, _time);
            problems.AddRange(await quiet.WaitAsync(stop.Token));
            await over.CancelAsync();
            await _time.StandAsideAsync(Task.WhenAll(jobs, guard));
            await systems.RunJobAsync("1010", stop.Token);
            await systems.RunJobAsync("send-email-notification", stop.Token);
            problems.AddRange(watch.Problems);
            problems.AddRange(await Invariants.CheckAsync(systems, stories, app.MailFolder, stop.Token));
            problems.AddRange(await HeardAsync(systems));
        });
        Simulated = _time.GetUtcNow() - started;
        return problems;
    }

    /// <summary>The proof that nothing was heard.</summary>
    private static async Task<IEnumerable<string>> HeardAsync(DemoSystems systems)
    {
        var heard = new List<string>();
        foreach (var workflow in (string[])["prospect-created", "prospect-decided", "lead-qualified", "lead-disqualified", "opportunity-closed", "replay-issue"])
        {
            var runs = await systems.RunsAsync(workflow, null, CancellationToken.None);
            heard.AddRange(runs.Select(run => $"{workflow} ran: {(string?)run["name"]}"));
        }

        return heard;
    }

    private SandboxOptions Options()
    {
        var options = new SandboxOptions
        {
            Root = Repository.Root,
            Data = null,
            ConsolePort = 0,
            ConnectorPort = 0,
            CommercePort = 0,
            DataversePort = 0,
            RuntimePort = 0,
            Time = _time,
            Seed = seed,
            FeedInterval = TimeSpan.FromMinutes(1),
            LogLevel = Microsoft.Extensions.Logging.LogLevel.None,
        };
        options.Hooks.Busy = _time.Part;
        new CallBook(_time).Install(options.Hooks);
        options.Hooks.Dataverse += dataverse => dataverse.WinLoseRaiseUpdate = WinLoseRaiseUpdate;
        return options;
    }

    private static async Task RunJobsAsync(DemoSystems systems)
    {
        await systems.RunJobAsync("P-0001", CancellationToken.None);
        await systems.RunJobAsync("Synchronize customers and channel requests", CancellationToken.None);
    }

    private async Task EveryAsync(TimeSpan interval, Func<Task> step, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await step();
            await _time.WaitAsync(interval);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"seed {seed}: {stories.Count} stories, {Simulated.TotalHours:0.0} simulated hours in {_time.Jumps} jumps");
}
