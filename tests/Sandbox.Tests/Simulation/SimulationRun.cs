using System.Globalization;
using B2BConnector.Host.Demo;
using B2BConnector.Host;
using B2BConnector.Sandbox.Tests.Reconcile;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>Plays the stories of one seed on a whole sandbox under virtual time, waits until nothing moves any more, and judges.</summary>
/// <param name="seed">Decides everything.</param>
/// <param name="stories">How many.</param>
/// <param name="faults">What fails; null: nothing.</param>
/// <param name="workflows">The Logic App; null: that of the repository.</param>
internal sealed class SimulationRun(int seed, int stories, FaultPlan? faults, string? workflows = null)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);
    private readonly VirtualTime _time = new();

    public IReadOnlyList<SimulatedStory> Stories { get; } = StoryPlans.Make(seed, stories);

    public int Runs { get; private set; }

    /// <summary>Sync issues that the administrator set to Retry.</summary>
    public int Retries { get; private set; }

    /// <summary>Sync issues that stay open, because only a person can say what is to be done.</summary>
    public int Issues { get; private set; }

    public TimeSpan Simulated { get; private set; }

    /// <summary>What it cost in real time, and of the processors.</summary>
    public (TimeSpan Real, TimeSpan Processor) Cost { get; private set; }

    /// <summary>What is not as it must be, in words; empty when every invariant holds.</summary>
    public async Task<IReadOnlyList<string>> PlayAsync()
    {
        var problems = new List<string>();
        var started = _time.GetUtcNow();
        var (real, processor) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await _time.RunAsync(async () =>
        {
            await using var app = await SandboxApp.StartAsync(Options(), SandboxServices.Commerce | SandboxServices.Dataverse | SandboxServices.Connector | SandboxServices.Runtime);
            using var systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
            using var stop = new CancellationTokenSource(Longest, _time);
            var people = new SimulatedPeople(systems, _time, stop.Token);
            var watch = new InvariantWatch(systems, Stories);
            using var over = new CancellationTokenSource();
            using var closing = new CancellationTokenSource();
            var jobs = _time.StartAsync(() => _time.EveryAsync(TimeSpan.FromMinutes(2), () => systems.RunRequestJobsAsync(CancellationToken.None), over.Token));
            var guard = _time.StartAsync(() => _time.EveryAsync(TimeSpan.FromMinutes(20), watch.LookAsync, over.Token));
            var administrator = new SimulatedAdministrator(systems);
            var office = _time.StartAsync(() => _time.EveryAsync(TimeSpan.FromMinutes(45), administrator.LookAsync, closing.Token));
            var storm = _time.StartAsync(() => StormAsync(stop.Token));
            await _time.StandAsideAsync(Task.WhenAll(Stories.Select(story => _time.StartAsync(() => PlayAsync(people, story, problems, stop.Token)))));
            await _time.StandAsideAsync(storm);
            await closing.CancelAsync();
            await _time.StandAsideAsync(office);
            Retries = administrator.Retries;
            problems.AddRange(await SettleAsync(systems, stop.Token));
            await over.CancelAsync();
            await _time.StandAsideAsync(Task.WhenAll(jobs, guard));
            await systems.RunJobAsync("1010", CancellationToken.None);
            await systems.RunJobAsync("send-email-notification", CancellationToken.None);
            await watch.LookAsync();
            problems.AddRange(watch.Problems);
            problems.AddRange(await Invariants.CheckAsync(systems, Stories, app.MailFolder, CancellationToken.None));
            problems.AddRange(Stories.SelectMany(Needless));
            Issues = Stories.Sum(story => story.Story.Facts?.SyncIssues.Count ?? 0);
        });
        Simulated = _time.GetUtcNow() - started;
        Cost = (TimeProvider.System.GetElapsedTime(real), Environment.CpuUsage.TotalTime - processor);
        return problems;
    }

    private SandboxOptions Options()
    {
        var options = VirtualSandbox.Options(_time, seed);
        options.Workflows = workflows ?? options.Workflows;
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

    /// <summary>
    /// Nothing fails any more. Reconcile finds what nobody heard of, and what had become an issue is tried again, until nobody has anything left to do.
    /// </summary>
    private async Task<IReadOnlyList<string>> SettleAsync(DemoSystems systems, CancellationToken stop)
    {
        var administrator = new SimulatedAdministrator(systems);
        var quiet = new Quiet(systems, _time);
        var problems = new List<string>();
        await _time.WaitAsync(EventlessSandbox.Interval * 2);
        do
        {
            problems.AddRange(await quiet.WaitAsync(stop));
        }
        while (problems.Count == 0 && await administrator.LookAsync() > 0);

        Runs = await quiet.RunsAsync();
        Retries += administrator.Retries;
        var retry = await systems.Sales.ListAsync("/api/data/v9.2/b2b_syncissues?$select=b2b_name&$filter=b2b_status eq 726000001", stop);
        problems.AddRange(retry.Select(issue => $"I8 set to Retry, and nobody tries again: {(string?)issue["b2b_name"]}"));
        return problems;
    }

    /// <summary>
    /// Issues that nobody had to leave open. Left to a person are two decisions that contradict each other, and customers of a partner who was
    /// rejected before they were made.
    /// </summary>
    private static IEnumerable<string> Needless(SimulatedStory story) => story.DecidedInHeadquarters is not null ? [] : (story.Story.Facts?.SyncIssues ?? [])
        .Where(issue => story.Story.Facts!.ProspectStatus != "Rejected" || !issue.StartsWith("ensure-customers: ", StringComparison.Ordinal))
        .Select(issue => $"I8 nothing fails any more, and an issue stays open: {story} · {issue}");

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
        $"seed {seed}: {Stories.Count} stories, {Runs} runs, {Retries} retries by hand, {Issues} issues left to a person, {Simulated.TotalMinutes:0} virtual minutes in {_time.Jumps} jumps, {Cost.Real.TotalSeconds:0.0} s ({Cost.Processor.TotalSeconds:0.0} s of processors){(faults is null ? "" : $", faults: {faults}")}");
}
