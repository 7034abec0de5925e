using System.Text.Json.Nodes;
using B2BConnector.Host.Sellers;

namespace B2BConnector.Host.Demo;

/// <summary>Plays every sample end to end over HTTP, as partner, administrator and seller would.</summary>
/// <remarks>Each step looks before it acts, so a run that was stopped anywhere is continued by the next one.</remarks>
internal sealed class DemoRun(DemoSystems systems, IReadOnlyList<Sample> samples, IDemoProgress progress, TimeSpan patience, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(150);
    private bool _runsEnded;
    private readonly Seller _seller = new(systems.Sales);

    public IReadOnlyList<Story> Stories { get; } = [.. samples.Select(sample => new Story(sample))];

    public async Task PlayAsync(CancellationToken stop)
    {
        await StageAsync("Partners send the form on the site", SubmitAsync, story => story.ConfirmationId is not null, stop);
        await StageAsync("Jobs P-0001 and Synchronize customers and channel requests make prospects", SynchronizeAsync, story => story.ProspectId is not null, stop);
        await StageAsync("Workflows make leads, sellers work on them", SellAsync, story => story.SellerDone, stop);
        await StageAsync("Workflows carry the decisions to Commerce", FollowAsync, IsDecided, stop);
        await StageAsync("Runs of the workflows end", WaitForRunsAsync, _ => _runsEnded, stop);
        await systems.RunJobAsync("1010", stop);
        await systems.RunJobAsync("send-email-notification", stop);
    }

    /// <summary>Nothing may happen after the count: what is doubled late is doubled too.</summary>
    private async Task WaitForRunsAsync(CancellationToken stop)
    {
        foreach (var workflow in await systems.WorkflowsAsync(stop))
        {
            if ((await systems.RunsAsync(workflow, "status eq 'Running'", stop)).Count > 0)
            {
                return;
            }
        }

        _runsEnded = true;
    }

    private async Task StageAsync(string title, Func<CancellationToken, Task> step, Func<Story, bool> done, CancellationToken stop)
    {
        progress.Begin(title, Stories.Count);
        var until = time.GetUtcNow() + patience;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            await step(stop);
            var count = Stories.Count(done);
            progress.Report(count);
            if (count == Stories.Count || time.GetUtcNow() > until)
            {
                return; // what is not done by now is found and named by the checks
            }

            await Task.Delay(Look, time, stop);
        }
    }

    private Task SubmitAsync(CancellationToken stop) => EachAsync(
        story => story.ConfirmationId is null,
        async story => story.ConfirmationId = await systems.SubmitAsync(story.Sample, stop),
        stop);

    private async Task SynchronizeAsync(CancellationToken stop)
    {
        await systems.RunJobAsync("P-0001", stop);
        await systems.RunJobAsync("Synchronize customers and channel requests", stop);
        await EachAsync(
            story => story is { ProspectId: null, ConfirmationId: not null },
            async story =>
            {
                var state = await systems.RequestStateAsync(story, stop);
                story.LegalEntity = ((string?)state["legalEntity"])?.ToLowerInvariant();
                story.ProspectId = (string?)state["prospectId"];
            },
            stop);
    }

    private async Task SellAsync(CancellationToken stop)
    {
        if (Stories.Any(story => story is { Lead: null, ProspectId: not null }))
        {
            await systems.RunTriggerAsync("prospect-created", "When_a_prospect_is_created", stop);
        }

        var leads = (await _seller.CommerceLeadsAsync(stop))
            .ToLookup(lead => $"{(string?)lead["b2b_legalentity"]}:{(string?)lead["b2b_prospectid"]}", StringComparer.OrdinalIgnoreCase);
        foreach (var story in Stories)
        {
            story.Lead ??= leads[story.Key].FirstOrDefault();
        }

        await EachAsync(
            story => story is { SellerDone: false, Lead: not null },
            async story =>
            {
                await _seller.ActAsync(story.Sample.Action, story.LeadId!, stop);
                story.SellerDone = true;
            },
            stop);
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        await EachAsync(
            story => story.ProspectId is not null && !IsDecided(story),
            async story => story.Facts = await StoryInspector.StatusOnlyAsync(systems, story, stop),
            stop);
    }

    /// <summary>The prospect has the status that the sample expects, and the lead mirrors it.</summary>
    private static bool IsDecided(Story story) =>
        story.Facts is { } facts
        && facts.ProspectStatus == story.Sample.ProspectStatus
        && (story.Sample.Action == SellerAction.LeaveOpen || facts.MirroredStatus == story.Sample.ProspectStatus);

    private async Task EachAsync(Func<Story, bool> which, Func<Story, Task> step, CancellationToken stop) =>
        await Parallel.ForEachAsync(
            Stories.Where(which).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop },
            async (story, _) =>
            {
                try
                {
                    await step(story);
                }
                catch (Exception error) when (error is DemoStepFailure or HttpRequestException)
                {
                    // The next round tries again; what never works is named by the checks.
                    story.LastRefusal = error.Message;
                }
            });
}
