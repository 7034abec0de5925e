using System.Net;
using System.Text.Json.Nodes;
using B2BConnector.Host.Sellers;

namespace B2BConnector.Host.Demo;

/// <summary>Plays every sample end to end over HTTP, as partner, administrator and seller would.</summary>
/// <remarks>Each step looks before it acts, so a run that was stopped anywhere is continued by the next one.</remarks>
internal sealed class DemoRun(DemoSystems systems, IReadOnlyList<Sample> samples, IDemoProgress progress, DemoOutage? outage, TimeSpan patience, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(150);
    private bool _decidedIsWatched;
    private bool _runsEnded;
    private readonly Seller _seller = new(systems.Sales);

    public IReadOnlyList<Story> Stories { get; } = [.. samples.Select(sample => new Story(sample))];

    public async Task PlayAsync(CancellationToken stop)
    {
        await StageAsync("Partners send the form on the site", SubmitAsync, story => story.ConfirmationId is not null || story.Refusal is not null, stop);
        await StageAsync("Jobs P-0001 and Synchronize customers and channel requests make prospects", SynchronizeAsync, story => story.ProspectId is not null || story.Sample.IsRefused, stop);
        await StageAsync("Workflows make leads, sellers and headquarters decide", SellAsync, story => story.SellerDone || story.Sample.IsRefused || (IsMeetingOutage(story) && story.Lead is not null), stop);
        await StageAsync("Workflows carry the decisions to the other side", FollowAsync, story => IsDecided(story) || IsMeetingOutage(story), stop);
        if (outage is not null && Stories.SingleOrDefault(IsMeetingOutage) is { } unlucky)
        {
            await outage.PlayAsync(unlucky, stop);
            await StageAsync("The story that met an outage ends too", FollowAsync, IsDecided, stop);
        }

        await StageAsync("Runs of the workflows end", WaitForRunsAsync, _ => _runsEnded, stop);
        await systems.RunJobAsync("1010", stop);
        await systems.RunJobAsync("send-email-notification", stop);
    }

    /// <summary>Nothing may happen after the count: what is doubled late is doubled too.</summary>
    private async Task WaitForRunsAsync(CancellationToken stop) => _runsEnded = await systems.IsQuietAsync(stop);

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
        story => story is { ConfirmationId: null, Refusal: null },
        async story =>
        {
            try
            {
                story.ConfirmationId = await systems.SubmitAsync(story.Sample, stop);
            }
            catch (DemoStepFailure refused) when (refused.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
            {
                story.Refusal = refused.Message;
            }
        },
        stop);

    private async Task SynchronizeAsync(CancellationToken stop)
    {
        await systems.RunRequestJobsAsync(stop);
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
        if (!_decidedIsWatched)
        {
            // The trigger's first look only marks where it begins.
            await systems.RunTriggerAsync("prospect-decided", "When_a_prospect_is_decided", stop);
            _decidedIsWatched = true;
        }

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
            story => story is { SellerDone: false, Lead: not null } && !IsMeetingOutage(story),
            async story =>
            {
                if (story.Sample.IsDecidedInHeadquarters)
                {
                    await systems.DecideAsync(story, stop);
                }
                else
                {
                    await _seller.ActAsync(story.Sample.Action, story.LeadId!, stop);
                }

                story.SellerDone = true;
            },
            stop);
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        if (Stories.Any(story => story.Sample.IsDecidedInHeadquarters && !IsDecided(story)))
        {
            await systems.RunTriggerAsync("prospect-decided", "When_a_prospect_is_decided", stop);
        }

        await EachAsync(
            story => story.ProspectId is not null && !IsDecided(story),
            async story => story.Facts = await StoryInspector.StatusOnlyAsync(systems, story, stop),
            stop);
    }

    /// <summary>Left aside until the others are done, because Commerce's outage must be its alone.</summary>
    private bool IsMeetingOutage(Story story) => outage is not null && story.Sample.Id == DemoOutage.SampleId;

    /// <summary>The prospect has the status that the sample expects, and the lead mirrors it.</summary>
    private static bool IsDecided(Story story) => story.Sample.IsRefused ||
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
