using System.Text.Json.Nodes;
using B2BConnector.Host.Sellers;
using Spectre.Console;

namespace B2BConnector.Host.Demo;

/// <summary>
/// One story meets an outage: Commerce is down for its prospect while the seller wins the opportunity. Retries give up, the failure
/// becomes a sync issue in words, somebody repairs Commerce and sets the issue to Retry, and the story ends like the others.
/// </summary>
internal sealed class DemoOutage(DemoSystems systems, Seller seller, SkippingClock clock, IAnsiConsole console, TimeSpan patience, TimeProvider time)
{
    /// <summary>The sample that meets the outage.</summary>
    public const string SampleId = "be-01";

    private const string Api = "/api/data/v9.2";
    private const int Open = 726000000, Retry = 726000001, Solved = 726000003;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public async Task PlayAsync(Story story, CancellationToken stop)
    {
        story.SellerDone = story.LeadId is not null;
        var earlier = story.LeadId is null ? [] : await IssuesAsync(story, stop);
        if (story.LeadId is null || (earlier.Count > 0 && earlier.All(issue => Status(issue) == Solved)))
        {
            return; // played by an earlier run
        }

        // One of them is solved: an earlier run was cut off after Commerce had been repaired, and left the others.
        if (!earlier.Any(issue => Status(issue) == Solved))
        {
            await FailAsync(story, stop);
        }

        clock.Skip(TimeSpan.FromMinutes(1)); // the connector tries Commerce again after a pause
        foreach (var step in new[] { "ensure-customers", "decide-prospect" })
        {
            foreach (var issue in (await IssuesAsync(story, stop)).Where(issue => (string?)issue["b2b_step"] == step && Status(issue) != Solved))
            {
                await RetryAsync(story, (string)issue["b2b_syncissueid"]!, stop);
            }
        }

        console.MarkupLine("     [green]Commerce is up again, the issues were set to Retry and are solved.[/]");
    }

    /// <summary>Commerce is down while the seller acts, until the failure is an issue.</summary>
    private async Task FailAsync(Story story, CancellationToken stop)
    {
        await systems.Headquarters.PostAsync(
            "/_sandbox/faults",
            new JsonObject { ["route"] = "/data/Prospects*", ["kind"] = "Unavailable", ["times"] = 10_000, ["contains"] = $"'{story.LegalEntity}',ProspectId='{story.ProspectId}'" },
            stop);
        await seller.ActAsync(story.Sample.Action, story.LeadId!, stop);
        var failed = await UntilAsync(story, issues => issues.Count > 0 && issues.All(issue => Status(issue) == Open), skip: TimeSpan.FromSeconds(5), stop);
        await systems.Headquarters.DeleteAsync("/_sandbox/faults", stop);
        foreach (var issue in failed)
        {
            console.MarkupLine($"     [yellow]Commerce was down for {Markup.Escape(story.Key)}:[/] {Markup.Escape((string)issue["b2b_step"]!)}: {Markup.Escape((string)issue["b2b_reason"]!)}");
            console.MarkupLine($"     [grey]what to do:[/] {Markup.Escape((string)issue["b2b_remedy"]!)}");
        }
    }

    /// <summary>Sets an issue to Retry, again where another call was still at work when it was replayed, as a person would.</summary>
    private async Task RetryAsync(Story story, string id, CancellationToken stop)
    {
        for (var started = time.GetTimestamp(); time.GetElapsedTime(started) < patience;)
        {
            await systems.Sales.PatchAsync($"{Api}/b2b_syncissues({id})", new JsonObject { ["b2b_status"] = Retry }, stop);
            var issues = await UntilAsync(story, issues => issues.All(issue => (string)issue["b2b_syncissueid"]! != id || Status(issue) != Retry), TimeSpan.Zero, stop);
            if (issues.All(issue => (string)issue["b2b_syncissueid"]! != id || Status(issue) == Solved))
            {
                return;
            }
        }
    }

    private async Task<IReadOnlyList<JsonObject>> UntilAsync(Story story, Func<IReadOnlyList<JsonObject>, bool> holds, TimeSpan skip, CancellationToken stop)
    {
        for (var started = time.GetTimestamp(); ;)
        {
            var issues = await IssuesAsync(story, stop);
            if ((holds(issues) && await systems.IsQuietAsync(stop)) || time.GetElapsedTime(started) > patience)
            {
                return issues; // what is not so by now is named by the checks
            }

            clock.Skip(skip);
            await Task.Delay(Look, time, stop);
        }
    }

    private Task<IReadOnlyList<JsonObject>> IssuesAsync(Story story, CancellationToken stop) => systems.Sales.ListAsync(
        $"{Api}/b2b_syncissues?$select=b2b_syncissueid,b2b_step,b2b_status,b2b_reason,b2b_remedy&$filter={Uri.EscapeDataString($"b2b_legalentity eq '{story.LegalEntity}' and b2b_prospectid eq '{story.ProspectId}'")}", stop);

    private static int Status(JsonObject issue) => (int)issue["b2b_status"]!;
}
