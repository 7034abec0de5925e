using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace B2BConnector.Host.Demo;

/// <summary>One prospect across Commerce, Sales and the workflow runs, in the order in which it happened.</summary>
internal static class Timeline
{
    private const string Api = "/api/data/v9.2";

    private sealed record Entry(DateTimeOffset At, string System, string What);

    public static async Task ShowAsync(IAnsiConsole console, DemoSystems systems, Story story, string mailFolder, CancellationToken stop)
    {
        console.MarkupLine($"\n[bold]{Markup.Escape(story.Key)}[/]  {Markup.Escape(story.Sample.Company)}");
        var grid = new Grid().AddColumns(new GridColumn().NoWrap(), new GridColumn().NoWrap(), new GridColumn());
        foreach (var entry in (await CollectAsync(systems, story, mailFolder, stop)).OrderBy(entry => entry.At))
        {
            grid.AddRow($"[grey]{entry.At:HH:mm:ss.fff}[/]", Markup.Escape(entry.System), entry.What);
        }

        console.Write(grid);
    }

    private static async Task<List<Entry>> CollectAsync(DemoSystems systems, Story story, string mailFolder, CancellationToken stop)
    {
        var entries = new List<Entry>();
        var ofProspect = Uri.EscapeDataString($"b2b_legalentity eq '{story.LegalEntity}' and b2b_prospectid eq '{story.ProspectId}'");
        foreach (var (set, what) in new[] { ("leads", "lead made"), ("opportunities", "opportunity made"), ("accounts", "account made"), ("contacts", "contact made") })
        {
            foreach (var row in await systems.Sales.ListAsync($"{Api}/{set}?$select=createdon&$filter={ofProspect}", stop))
            {
                entries.Add(new Entry(Time(row["createdon"]), "Sales", what));
            }
        }

        foreach (var mail in MailBox.Files(mailFolder, story.Key))
        {
            entries.Add(new Entry(File.GetLastWriteTimeUtc(mail), "Commerce", $"mail written: {Markup.Escape(Path.GetFileName(mail))}"));
        }

        foreach (var job in await systems.Headquarters.ListAsync("/data/BatchJobs?$select=JobDescription,StartDateTime", stop))
        {
            entries.Add(new Entry(Time(job["StartDateTime"]), "Commerce", $"job {Markup.Escape((string)job["JobDescription"]!)}"));
        }

        foreach (var workflow in await systems.WorkflowsAsync(stop))
        {
            foreach (var run in await systems.RunsAsync(workflow, null, stop))
            {
                if (string.Equals((string?)run["properties"]!["correlation"]?["clientTrackingId"], story.Key, StringComparison.OrdinalIgnoreCase))
                {
                    entries.Add(await RunAsync(systems, workflow, run, stop));
                }
            }
        }

        return entries;
    }

    private static async Task<Entry> RunAsync(DemoSystems systems, string workflow, JsonObject run, CancellationToken stop)
    {
        var properties = run["properties"]!;
        var started = Time(properties["startTime"]);
        var took = properties["endTime"] is { } end ? $"{(Time(end) - started).TotalMilliseconds:0} ms" : "running";
        var actions = await systems.Runtime.ListAsync($"{DemoSystems.Management}/workflows/{workflow}/runs/{(string)run["name"]!}/actions?{DemoSystems.ApiVersion}", stop);
        var done = actions
            .Where(action => (string?)action["properties"]?["status"] is not "Skipped")
            .OrderBy(action => (string?)action["properties"]?["startTime"], StringComparer.Ordinal)
            .Select(action => (string?)action["properties"]?["status"] is "Succeeded"
                ? Markup.Escape((string)action["name"]!)
                : $"[red]{Markup.Escape((string)action["name"]!)} {Markup.Escape((string?)action["properties"]?["status"] ?? "")}[/]");
        return new Entry(started, "Workflow", $"[bold]{Markup.Escape(workflow)}[/] {Markup.Escape((string?)properties["status"] ?? "")} {took}: {string.Join(" › ", done)}");
    }

    private static DateTimeOffset Time(JsonNode? value) =>
        DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
