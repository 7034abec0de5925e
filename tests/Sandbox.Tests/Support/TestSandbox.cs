using System.Text.Json.Nodes;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Host.Sellers;

namespace B2BConnector.Sandbox.Tests.Support;

/// <summary>A whole sandbox in this process, on free ports, with the workflows of the repository or a changed copy.</summary>
internal sealed class TestSandbox : IAsyncDisposable
{
    private const string Api = "/api/data/v9.2";
    private readonly TemporaryFolder _folder;
    private readonly SandboxApp _app;

    private TestSandbox(TemporaryFolder folder, SandboxApp app)
    {
        (_folder, _app) = (folder, app);
        Systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
        Seller = new Seller(Systems.Sales);
    }

    public DemoSystems Systems { get; }

    public Seller Seller { get; }

    /// <summary>Sales as another person sees it.</summary>
    public DemoHttp SalesAs(string identity) => new("Sales", _app.Addresses.Dataverse, identity);

    /// <param name="change">Changes the copy of the workflows that is run.</param>
    /// <param name="flows">Solution whose cloud flows run beside the workflows.</param>
    /// <param name="configure">Changes the options.</param>
    public static async Task<TestSandbox> StartAsync(Action<string>? change = null, string? flows = null, Action<SandboxOptions>? configure = null)
    {
        var folder = new TemporaryFolder();
        var workflows = "workflows";
        if (change is not null)
        {
            workflows = folder.CopyOfWorkflows();
            change(workflows);
        }

        var options = new SandboxOptions { Root = Repository.Root, Workflows = workflows, Flows = flows, Data = null, ConnectorPort = 0, CommercePort = 0, DataversePort = 0, RuntimePort = 0, ConsolePort = 0 };
        configure?.Invoke(options);
        return new TestSandbox(folder, await SandboxApp.StartAsync(options));
    }

    /// <summary>A request that has become a prospect with its lead.</summary>
    public async Task<Story> LeadAsync(string sampleId)
    {
        var story = await ProspectAsync(sampleId);
        await EventuallyAsync(async () =>
        {
            await Systems.RunTriggerAsync("prospect-created", "When_a_prospect_is_created", CancellationToken.None);
            story.Lead = (await RowsAsync("leads", "leadid,statecode,b2b_prospectstatus", story)).SingleOrDefault();
            return story.Lead is not null && await IsQuietAsync();
        });
        return story;
    }

    /// <summary>A request that has become a prospect.</summary>
    public Task<Story> ProspectAsync(string sampleId) => SampleStory.ProspectAsync(Systems, sampleId);

    /// <summary>What a person does on the page of the prospect in headquarters.</summary>
    public Task DecideInHeadquartersAsync(Story story, string status) => SampleStory.DecideInHeadquartersAsync(Systems, story, status);

    public async Task<string> ProspectStatusAsync(Story story) =>
        (await StoryInspector.StatusOnlyAsync(Systems, story, CancellationToken.None)).ProspectStatus;

    /// <summary>Rows of the prospect in a table of Dataverse that has its key.</summary>
    public Task<IReadOnlyList<JsonObject>> RowsAsync(string set, string columns, Story story) => Systems.Sales.ListAsync(
        $"{Api}/{set}?$select={columns}&$filter={Uri.EscapeDataString($"b2b_legalentity eq '{story.LegalEntity}' and b2b_prospectid eq '{story.ProspectId}'")}", CancellationToken.None);

    public Task<IReadOnlyList<JsonObject>> NotesAsync(Story story) => Systems.Sales.ListAsync(
        $"{Api}/annotations?$select=subject&$filter=_objectid_value eq {story.LeadId}", CancellationToken.None);

    public async Task<int> RunsAsync(string workflow, Story story) => (await Systems.RunsAsync(workflow, null, CancellationToken.None))
        .Count(run => (string?)run["properties"]!["correlation"]!["clientTrackingId"] == story.Key);

    /// <summary>What Commerce was asked by a caller.</summary>
    public async Task<int> CommerceCallsAsync(string caller, string method, string path) =>
        (await Systems.Headquarters.GetAsync("/_sandbox/requests", CancellationToken.None))["value"]!.AsArray()
            .Count(call => (string?)call!["caller"] == caller && (string?)call["method"] == method && ((string)call["path"]!).StartsWith(path, StringComparison.Ordinal));

    /// <summary>The signed address of a Request trigger, relative to the runtime.</summary>
    public async Task<string> CallbackAsync(string workflow, string trigger) => new Uri((string)(await Systems.Runtime.PostAsync(
        $"{DemoSystems.Management}/workflows/{workflow}/triggers/{trigger}/listCallbackUrl?{DemoSystems.ApiVersion}", null, CancellationToken.None))["value"]!).PathAndQuery;

    /// <summary>No run of any workflow is under way.</summary>
    public Task<bool> IsQuietAsync() => Systems.IsQuietAsync(CancellationToken.None);

    /// <summary>Asks until it holds. Each question is a request, so this is no busy wait; a minute ends it.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        while (!await holds())
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Systems.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
