using System.Net.Http.Json;
using System.Text.Json.Nodes;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Simulation;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.SyncIssues;

/// <summary>Plays a situation on a sandbox of its own, under virtual time: retries of hours take none.</summary>
internal static class IssuePlayer
{
    private const int Always = 1_000_000;

    public static async Task<IssueText> PlayAsync(IssueSituation situation)
    {
        var time = new VirtualTime();
        var options = VirtualSandbox.Options(time, 1);
        situation.Systems(options);
        IssueText? text = null;
        await time.RunAsync(async () =>
        {
            await using var app = await SandboxApp.StartAsync(options, situation.Services);
            using var systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
            var story = await SampleStory.ProspectAsync(systems, "us-01");
            story.ProspectId = situation.ProspectId ?? story.ProspectId;
            await SpoilAsync(systems, situation);
            using var caller = new HttpClient { BaseAddress = app.Addresses.Runtime, Timeout = Timeout.InfiniteTimeSpan };
            var answered = await HandOverAsync(caller, systems, story);
            JsonObject? run;
            while ((run = await RunAsync(systems, story)) is null)
            {
                await time.WaitAsync(TimeSpan.FromMinutes(11));
            }

            using var answer = await answered;
            await RepairAsync(systems, situation);
            text = IssueText.Of(situation, await CodeAsync(systems, run), await IssueAsync(systems, story), run);
        });
        return text!;
    }

    private static async Task SpoilAsync(DemoSystems systems, IssueSituation situation)
    {
        if (situation.Fault is var (system, kind))
        {
            var (http, path, route) = Switches(systems, system);
            await http.PostAsync(path, new JsonObject { ["route"] = route, ["kind"] = kind, ["times"] = Always, ["delay"] = "PT10M", ["retryAfter"] = "PT1S" }, CancellationToken.None);
        }
    }

    private static async Task RepairAsync(DemoSystems systems, IssueSituation situation)
    {
        if (situation.Fault is var (system, _))
        {
            var (http, path, _) = Switches(systems, system);
            await http.DeleteAsync(path, CancellationToken.None);
        }
    }

    private static (DemoHttp Http, string Path, string Route) Switches(DemoSystems systems, string system) => system switch
    {
        "apim" => (systems.Runtime, "/apim/_sandbox/faults", "* /apim/b2bconnector/*"),
        "commerce" => (systems.Headquarters, "/_sandbox/faults", "* /data/*"),
        "dataverse" => (systems.Sales, "/_sandbox/faults", "* /api/data/*"),
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, "No system of the sandbox has this name."),
    };

    /// <summary>Calls the workflow as prospect-created does. Nobody waits for its answer: retries take longer than a caller does.</summary>
    private static async Task<Task<HttpResponseMessage>> HandOverAsync(HttpClient caller, DemoSystems systems, Story story)
    {
        var callback = (string)(await systems.Runtime.PostAsync(
            $"{DemoSystems.Management}/workflows/create-lead/triggers/When_a_prospect_is_handed_over/listCallbackUrl?{DemoSystems.ApiVersion}", null, CancellationToken.None))["value"]!;
        return caller.PostAsJsonAsync(new Uri(callback).PathAndQuery, new { legalEntity = story.LegalEntity, prospectId = story.ProspectId });
    }

    private static async Task<string> CodeAsync(DemoSystems systems, JsonObject run)
    {
        var action = await systems.Runtime.GetAsync($"{DemoSystems.Management}/workflows/create-lead/runs/{(string)run["name"]!}/actions/Code?{DemoSystems.ApiVersion}", CancellationToken.None);
        using var reader = new HttpClient();
        return JsonNode.Parse(await reader.GetStringAsync(new Uri((string)action["properties"]!["outputsLink"]!["uri"]!)))!.ToString();
    }

    private static async Task<JsonObject?> IssueAsync(DemoSystems systems, Story story) => (await systems.Sales.ListAsync(
        $"/api/data/v9.2/b2b_syncissues?$select=b2b_reason,b2b_remedy&$filter={Uri.EscapeDataString($"b2b_prospectid eq '{story.ProspectId}' and b2b_step eq 'create-lead'")}", CancellationToken.None)).SingleOrDefault();

    private static async Task<JsonObject?> RunAsync(DemoSystems systems, Story story) => (await systems.RunsAsync("create-lead", "status eq 'Failed'", CancellationToken.None))
        .LastOrDefault(run => (string?)run["properties"]!["correlation"]!["clientTrackingId"] == story.Key);
}
