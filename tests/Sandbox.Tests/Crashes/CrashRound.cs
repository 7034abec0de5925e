using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Simulation;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>Plays one story in a running sandbox, waits until nothing moves any more, and judges it by every invariant.</summary>
internal sealed class CrashRound(DemoSystems systems, HttpClient connector, VirtualTime time, CrashFaults faults, string mailFolder)
{
    private const int MostRepairs = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);
    private readonly List<SimulatedStory> _stories = [];
    private SimulatedAdministrator _administrator = new(systems);
    private InvariantWatch? _watch;
    private int _hasty;

    public async Task<IReadOnlyList<string>> PlayAsync(CrashStory plan, SimulatedStory story)
    {
        // A story before may rightly leave issues to people, also later; they say nothing about this one.
        (_administrator, _hasty) = (new SimulatedAdministrator(systems, [.. _stories]), plan.HastyRetries);
        _stories.Add(story);
        _watch ??= new InvariantWatch(systems, _stories);
        using var stop = new CancellationTokenSource(Longest, time);
        var problems = new List<string>();
        try
        {
            faults.Begin(plan);
            await PlayAsync(plan, story, problems, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return [$"I8 after {Longest} the people still wait: {story}"];
        }
        finally
        {
            faults.End();
        }

        await systems.RunJobAsync("1010", CancellationToken.None);
        await systems.RunJobAsync("send-email-notification", CancellationToken.None);
        await _watch.LookAsync();
        problems.AddRange(_watch.Problems);
        problems.AddRange(await Invariants.CheckAsync(systems, _stories, mailFolder, CancellationToken.None, [story]));
        problems.AddRange(story.Story.Facts?.SyncIssues.Select(issue => $"I8 an issue stays open: {issue}") ?? []);
        if (story.Story.Facts?.Leads == 0)
        {
            problems.Add($"I2 no lead, although it was pending long enough: {story}");
        }

        if (plan.EndsInIssue && _administrator.Retries == 0)
        {
            problems.Add("Nobody was told of the failure.");
        }

        return problems.FindAll(problem => !plan.Excused.Any(excused => problem.StartsWith(excused, StringComparison.Ordinal)));
    }

    /// <summary>The batch jobs, as long as a request is on its way through them.</summary>
    public async Task RunJobsAsync()
    {
        if (_stories.Exists(story => story.Story.ProspectId is null))
        {
            await systems.RunRequestJobsAsync(CancellationToken.None);
        }
    }

    /// <summary>The person who looks at the issues, also while a story is played: mends the cause, and sets the issue to Retry.</summary>
    public async Task<int> RepairAsync()
    {
        if (_hasty <= _administrator.Retries && await _administrator.OpenAsync() is { Count: > 0 })
        {
            faults.End();
        }

        return await _administrator.LookAsync();
    }

    /// <summary>Twice as long as one poll takes to come: together long enough for a look of the feed and the poll after it.</summary>
    public async Task QuietAsync(List<string> problems, CancellationToken stop) =>
        problems.AddRange(await new Quiet(systems, time, TimeSpan.FromSeconds(65)).WaitAsync(stop));

    private async Task PlayAsync(CrashStory plan, SimulatedStory story, List<string> problems, CancellationToken stop)
    {
        var people = new SimulatedPeople(systems, time, stop);
        await using var cast = new CrashCast(people, systems, connector, _administrator);
        if (plan.Prelude is { } prelude)
        {
            await prelude(cast, story);
        }

        await people.PlayAsync(story);
        if (plan.Aside is { } aside)
        {
            await QuietAsync(problems, stop);
            await aside(cast, story);
        }

        await time.WaitAsync(plan.Variant.Settle);

        // The office looks by the clock, also in the very moment in which this finds everything quiet: what it has just set to Retry is under way.
        for (var (repairs, seen) = (0, -1); repairs <= MostRepairs && seen != _administrator.Retries; repairs++)
        {
            seen = _administrator.Retries;
            await QuietAsync(problems, stop);
            await RepairAsync();
        }
    }
}
