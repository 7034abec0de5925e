using System.Globalization;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Simulation;

namespace B2BConnector.Sandbox.Tests.Reconcile;

/// <summary>Plays stories while no event is heard: whatever becomes right, reconcile made it right.</summary>
internal sealed class EventlessRun(int seed, IReadOnlyList<SimulatedStory> stories)
{
    private static readonly string[] Listeners = ["prospect-created", "prospect-decided", "lead-qualified", "lead-disqualified", "opportunity-closed", "replay-issue"];
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);
    private readonly EventlessSandbox _sandbox = new(seed);

    /// <summary>Dataverse as it would be if Win and Lose raised no event of their own.</summary>
    public bool WinLoseRaiseUpdate
    {
        init => _sandbox.Hooks.Dataverse += dataverse => dataverse.WinLoseRaiseUpdate = value;
    }

    /// <summary>What is not as it must be, in words.</summary>
    public async Task<IReadOnlyList<string>> PlayAsync()
    {
        var problems = new List<string>();
        await using (_sandbox)
        {
            await _sandbox.PlayAsync(async systems => problems.AddRange(await PlayAsync(systems)));
        }

        return problems;
    }

    private async Task<IReadOnlyList<string>> PlayAsync(DemoSystems systems)
    {
        using var stop = new CancellationTokenSource(Longest, _sandbox.Time);
        using var over = new CancellationTokenSource();
        var people = new SimulatedPeople(systems, _sandbox.Time, stop.Token);
        var watch = new InvariantWatch(systems, stories);
        var jobs = _sandbox.StartAsync(() => _sandbox.Time.EveryAsync(TimeSpan.FromMinutes(2), () => systems.RunRequestJobsAsync(CancellationToken.None), over.Token));
        var guard = _sandbox.StartAsync(() => _sandbox.Time.EveryAsync(TimeSpan.FromMinutes(10), watch.LookAsync, over.Token));
        await _sandbox.StandAsideAsync(Task.WhenAll(stories.Select(story => _sandbox.StartAsync(() => people.PlayAsync(story)))));
        await _sandbox.WaitAsync(EventlessSandbox.Interval * 2);
        var problems = new List<string>(await new Quiet(systems, _sandbox.Time).WaitAsync(stop.Token));
        await over.CancelAsync();
        await _sandbox.StandAsideAsync(Task.WhenAll(jobs, guard));
        await systems.RunJobAsync("1010", stop.Token);
        await systems.RunJobAsync("send-email-notification", stop.Token);
        problems.AddRange(watch.Problems);
        problems.AddRange(await Invariants.CheckAsync(systems, stories, _sandbox.MailFolder, stop.Token));
        foreach (var workflow in Listeners)
        {
            problems.AddRange((await systems.RunsAsync(workflow, null, stop.Token)).Select(run => $"{workflow} heard something: {(string?)run["name"]}"));
        }

        return problems;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"seed {seed}: {stories.Count} stories, {_sandbox.Simulated.TotalHours:0.0} simulated hours in {_sandbox.Time.Jumps} jumps");
}
