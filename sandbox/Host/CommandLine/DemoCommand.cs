using System.CommandLine;
using B2BConnector.Host.Demo;
using B2BConnector.Host.Sellers;
using Spectre.Console;

namespace B2BConnector.Host.CommandLine;

/// <summary>The verb <c>demo</c>.</summary>
internal static class DemoCommand
{
    public static Command Create(SharedOptions shared)
    {
        var json = new Option<bool>("--json") { Description = "Print the result as JSON on standard output, everything else on standard error." };
        var keep = new Option<bool>("--keep") { Description = "Go on with the data of an earlier demo and leave the data." };
        var samples = new Option<string>("--samples") { Description = "File with the onboarding requests, or folder with several.", DefaultValueFactory = _ => "samples" };
        var patience = new Option<int>("--patience") { Description = "Seconds to wait at each stage before what is missing is reported.", DefaultValueFactory = _ => 90 };
        var command = new Command("demo", "Plays every sample request end to end: site form, prospect, lead, seller, decision, customers, hierarchy, mail.") { json, keep, samples, patience };
        command.SetAction((parsed, stop) => SandboxCommand.GuardAsync(
            () =>
            {
                var options = shared.Read(parsed);
                options.Data = options.Data is null ? null : Path.Combine(options.Data, "demo");
                var demo = new DemoOptions(options.InRoot(parsed.GetValue(samples)!), parsed.GetValue(json), parsed.GetValue(keep), TimeSpan.FromSeconds(parsed.GetValue(patience)));
                return RunAsync(options, demo, stop);
            },
            stop));
        return command;
    }

    private static async Task<int> RunAsync(SandboxOptions options, DemoOptions demo, CancellationToken stop)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        var console = TextConsole.Create(toError: demo.Json);
        var samples = Sample.Load(demo.SamplesFile);
        if (!demo.Keep)
        {
            SandboxData.Delete(options.DataFolder);
        }

        var clock = new SkippingClock();
        options.Time = clock;
        bool right;
        await using (var app = await SandboxApp.StartAsync(options, SandboxServices.All, stop))
        {
            using var systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
            var outage = new DemoOutage(systems, new Seller(systems.Sales), clock, console, demo.Patience, time);
            var run = new DemoRun(systems, samples, new ConsoleProgress(console, time), outage, demo.Patience, time);
            await run.PlayAsync(stop);
            await JudgeAsync(systems, run.Stories, app.MailFolder, stop);
            right = run.Stories.All(story => story.Problems.Count == 0);
            DemoReport.Table(console, run.Stories);
            if (run.Stories.FirstOrDefault(story => story is { Sample.Action: SellerAction.QualifyAndWin, ProspectId: not null }) is { } told)
            {
                await Timeline.ShowAsync(console, systems, told, app.MailFolder, stop);
            }

            var ok = run.Stories.Count(story => story.Problems.Count == 0);
            console.MarkupLine($"\n{ok} of {run.Stories.Count} stories ended as they should, in {time.GetElapsedTime(started).TotalSeconds:0.0} s.");
            if (demo.Json)
            {
                await Console.Out.WriteLineAsync(DemoReport.Json(run.Stories));
            }
        }

        if (!demo.Keep && right)
        {
            SandboxData.Delete(options.DataFolder); // wrong or stopped: the data stays, for looking at and for --keep
        }

        return right ? 0 : 1;
    }

    private static async Task JudgeAsync(DemoSystems systems, IReadOnlyList<Story> stories, string mailFolder, CancellationToken stop)
    {
        var mails = MailBox.Read(mailFolder);
        var rows = await StoryRows.OfAllAsync(systems, stop);
        foreach (var story in stories.Where(story => story.ProspectId is not null))
        {
            story.Facts = StoryInspector.Facts(rows, story, mails);
        }

        var prospects = await systems.Headquarters.ListAsync("/data/Prospects?cross-company=true&$select=ProspectId", stop);
        StoryCheck.CheckAll(stories, prospects.Count);
    }
}
