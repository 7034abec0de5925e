using System.Globalization;
using B2BConnector.Host.Demo;
using B2BConnector.Host;
using B2BConnector.Workflows.Tests.Support;

namespace B2BConnector.Workflows.Tests.Simulation;

/// <summary>Plays the stories of one seed on a whole sandbox under virtual time, waits until nothing moves any more, and judges.</summary>
internal sealed class SimulationRun(int seed, int stories, FaultPlan? faults)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);
    private readonly VirtualTime _time = new();

    public IReadOnlyList<SimulatedStory> Stories { get; } = StoryPlans.Make(seed, stories);

    public int Runs { get; private set; }

    /// <summary>Sync issues that the administrator set to Retry.</summary>
    public int Retries { get; private set; }

    public TimeSpan Simulated { get; private set; }

    /// <summary>What is not as it must be, in words; empty when every invariant holds.</summary>
    public async Task<IReadOnlyList<string>> PlayAsync()
    {
        var problems = new List<string>();
        var started = _time.GetUtcNow();
        await _time.RunAsync(async () =>
        {
            await using var app = await SandboxApp.StartAsync(Options(), SandboxServices.Commerce | SandboxServices.Dataverse | SandboxServices.Connector | SandboxServices.Runtime);
            using var systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
            using var stop = new CancellationTokenSource(Longest, _time);
            var people = new SimulatedPeople(systems, _time, stop.Token);
            var watch = new InvariantWatch(systems, Stories);
            using var over = new CancellationTokenSource();
            var jobs = _time.StartAsync(() => _time.EveryAsync(TimeSpan.FromMinutes(2), () => systems.RunRequestJobsAsync(CancellationToken.None), over.Token));
            var guard = _time.StartAsync(() => _time.EveryAsync(TimeSpan.FromMinutes(10), watch.LookAsync, over.Token));
            var administrator = new SimulatedAdministrator(systems);
            var office = _time.StartAsync(() => _time.EveryAsync(TimeSpan.FromMinutes(45), administrator.LookAsync, over.Token));
            var storm = _time.StartAsync(() => StormAsync(stop.Token));
            await _time.StandAsideAsync(Task.WhenAll(Stories.Select(story => _time.StartAsync(() => PlayAsync(people, story, problems, stop.Token)))));
            await _time.StandAsideAsync(storm);
            var quiet = new Quiet(systems, _time);
            problems.AddRange(await quiet.WaitAsync(stop.Token));
            Runs = quiet.Runs;
            Retries = administrator.Retries;
            await over.CancelAsync();
            await _time.StandAsideAsync(Task.WhenAll(jobs, guard, office));
            await systems.RunJobAsync("1010", CancellationToken.None);
            await systems.RunJobAsync("send-email-notification", CancellationToken.None);
            await watch.LookAsync();
            problems.AddRange(watch.Problems);
            problems.AddRange(await Invariants.CheckAsync(systems, Stories, app.MailFolder, CancellationToken.None));
        });
        Simulated = _time.GetUtcNow() - started;
        return problems;
    }

    private SandboxOptions Options()
    {
        var options = VirtualSandbox.Options(_time, seed);
        faults?.Install(options.Hooks);
        return options;
    }

    /// <summary>Faults for two hours: all stories begin in this time.</summary>
    private async Task StormAsync(CancellationToken stop)
    {
        faults?.Begin();
        await _time.WaitAsync(TimeSpan.FromHours(2));
        stop.ThrowIfCancellationRequested();
        faults?.End();
    }

    private static async Task PlayAsync(SimulatedPeople people, SimulatedStory story, List<string> problems, CancellationToken stop)
    {
        try
        {
            await people.PlayAsync(story);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            lock (problems)
            {
                problems.Add($"I8 after {Longest} the people still wait: {story}");
            }
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"seed {seed}: {Stories.Count} stories, {Runs} runs, {Retries} retries by hand, {Simulated.TotalHours:0.0} simulated hours in {_time.Jumps} jumps{(faults is null ? "" : $", faults: {faults}")}");
}
