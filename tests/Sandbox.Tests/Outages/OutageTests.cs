using System.Text.Json.Nodes;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Outages;

/// <summary>A part that is down or refuses: the run history says what happened, and nothing is lost.</summary>
[Collection(nameof(HostProcess))]
public sealed class OutageTests
{
    private const string Histories = $"{DemoSystems.Management}/workflows/prospect-created/triggers/When_a_prospect_is_created/histories?{DemoSystems.ApiVersion}";

    [Fact]
    public async Task Connector_Down_TriggerHistorySaysSoAndTheNextPollBringsTheProspect()
    {
        using var folder = new TemporaryFolder();
        var options = Options(folder);
        await using var others = await SandboxApp.StartAsync(options, SandboxServices.All & ~SandboxServices.Connector);
        using var systems = new DemoSystems(others.Addresses, others.Secrets.ConnectorKey);
        var key = await ProspectAsync(systems);

        await systems.RunTriggerAsync("prospect-created", "When_a_prospect_is_created", CancellationToken.None);

        var failed = await TriggerEventAsync(systems, "Failed");
        Assert.Contains("BadGateway", failed.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await LeadsAsync(systems, key));

        await using var connector = await SandboxApp.StartAsync(Options(folder, options), SandboxServices.Connector);
        await systems.RunTriggerAsync("prospect-created", "When_a_prospect_is_created", CancellationToken.None);
        await TestSandbox.EventuallyAsync(async () => (await LeadsAsync(systems, key)).Count == 1);
    }

    [Fact]
    public async Task Connector_WrongConnectionKey_TriggerHistoryNamesTheRefusal()
    {
        using var folder = new TemporaryFolder();
        var options = Options(folder);
        options.AppSettings["b2bconnector-connectionKey"] = "wrong";
        await using var sandbox = await SandboxApp.StartAsync(options);
        using var systems = new DemoSystems(sandbox.Addresses, sandbox.Secrets.ConnectorKey);

        await systems.RunTriggerAsync("prospect-created", "When_a_prospect_is_created", CancellationToken.None);

        Assert.Equal("Unauthorized", (string?)(await TriggerEventAsync(systems, "Failed"))["properties"]!["code"]);
    }

    [Fact]
    public async Task Dataverse_WrongConnectionKey_RunFailsWithTheActionThatWasRefused()
    {
        using var folder = new TemporaryFolder();
        var options = Options(folder);
        options.AppSettings["commondataservice-connectionKey"] = "wrong";
        await using var sandbox = await SandboxApp.StartAsync(options);
        using var systems = new DemoSystems(sandbox.Addresses, sandbox.Secrets.ConnectorKey);
        var key = await ProspectAsync(systems);

        await systems.RunTriggerAsync("prospect-created", "When_a_prospect_is_created", CancellationToken.None);

        JsonObject? run = null;
        await TestSandbox.EventuallyAsync(async () => (run = (await systems.RunsAsync("create-lead", "status eq 'Failed'", CancellationToken.None)).SingleOrDefault()) is not null);
        Assert.Equal("SyncIssueNotWritten", (string?)run!["properties"]!["error"]!["code"]);
        var actions = await systems.Runtime.ListAsync($"{DemoSystems.Management}/workflows/create-lead/runs/{(string)run["name"]!}/actions?{DemoSystems.ApiVersion}", CancellationToken.None);
        var refused = actions.Single(action => (string?)action["name"] == "Add_lead");
        Assert.Equal(("Failed", "Unauthorized"), ((string?)refused["properties"]!["status"], (string?)refused["properties"]!["code"]));
        Assert.Equal(key, (string?)run["properties"]!["correlation"]!["clientTrackingId"]);
    }

    /// <summary>Free ports, data in a folder, and no retries: the test must not wait for them.</summary>
    private static SandboxOptions Options(TemporaryFolder folder, SandboxOptions? like = null)
    {
        var workflows = Path.Combine(folder.Path, "workflows");
        if (!Directory.Exists(workflows))
        {
            folder.CopyOfWorkflows();
            foreach (var file in Directory.EnumerateFiles(workflows, "workflow.json", SearchOption.AllDirectories))
            {
                var definition = JsonNode.Parse(File.ReadAllText(file))!;
                WithoutRetries(definition);
                File.WriteAllText(file, definition.ToJsonString());
            }
        }

        var ports = HostProcess.SamePorts();
        return new SandboxOptions
        {
            Root = Repository.Root,
            Workflows = workflows,
            Data = Path.Combine(folder.Path, "data"),
            ConnectorPort = like?.ConnectorPort ?? int.Parse(ports[1], System.Globalization.CultureInfo.InvariantCulture),
            CommercePort = like?.CommercePort ?? 0,
            DataversePort = like?.DataversePort ?? 0,
            RuntimePort = like?.RuntimePort ?? 0,
            ConsolePort = like?.ConsolePort ?? 0,
        };
    }

    private static void WithoutRetries(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                if (map.ContainsKey("retryPolicy"))
                {
                    map["retryPolicy"] = new JsonObject { ["type"] = "none" };
                }

                foreach (var (_, value) in map)
                {
                    WithoutRetries(value);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    WithoutRetries(item);
                }

                break;
        }
    }

    private static async Task<string> ProspectAsync(DemoSystems systems) => (await SampleStory.ProspectAsync(systems, "us-01")).Key;

    private static Task<IReadOnlyList<JsonObject>> LeadsAsync(DemoSystems systems, string key) => systems.Sales.ListAsync(
        $"/api/data/v9.2/leads?$select=leadid&$filter={Uri.EscapeDataString($"b2b_legalentity eq '{key.Split(':')[0]}' and b2b_prospectid eq '{key.Split(':')[1]}'")}", CancellationToken.None);

    private static async Task<JsonObject> TriggerEventAsync(DemoSystems systems, string status)
    {
        JsonObject? found = null;
        await TestSandbox.EventuallyAsync(async () => (found = (await systems.Runtime.ListAsync(Histories, CancellationToken.None))
            .FirstOrDefault(entry => (string?)entry["properties"]!["status"] == status)) is not null);
        return found!;
    }
}
