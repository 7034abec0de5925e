using System.Text.Json.Nodes;
using B2BConnector.Host;
using B2BConnector.Host.Demo;

namespace B2BConnector.Console.Tests.Support;

/// <summary>A whole sandbox on free ports with three stories: won, disqualified, and one that waits for its seller.</summary>
public sealed class ConsoleSandbox : IAsyncLifetime
{
    private const string Sales = "/api/data/v9.2";
    private readonly List<Sample> _unused = [];
    private SandboxApp _app = null!;
    private DemoSystems _systems = null!;
    private IReadOnlyList<Story> _stories = [];

    public SandboxAddresses Addresses => _app.Addresses;

    /// <summary>The pages, as a browser without script sees them.</summary>
    public HttpClient Pages { get; private set; } = null!;

    internal Story Won => _stories.Single(story => story.Sample.Action == SellerAction.QualifyAndWin);

    internal Story Disqualified => _stories.Single(story => story.Sample.Action == SellerAction.Disqualify);

    internal Story Open => _stories.Single(story => story.Sample.Action == SellerAction.LeaveOpen);

    internal static string PathOf(Story story) => $"/story/{story.LegalEntity}/{story.ProspectId}";

    public async Task InitializeAsync()
    {
        _app = await SandboxApp.StartAsync(new SandboxOptions
        {
            Root = Repository.Root, Data = null, ConnectorPort = 0, CommercePort = 0, DataversePort = 0, RuntimePort = 0, ConsolePort = 0,
        });
        Pages = new HttpClient { BaseAddress = _app.Addresses.Console };
        _systems = new DemoSystems(_app.Addresses, _app.Secrets.ConnectorKey);
        var samples = Sample.Load(Path.Combine(Repository.Root, "samples", "onboarding-requests.json"));
        var played = new[] { SellerAction.QualifyAndWin, SellerAction.Disqualify, SellerAction.LeaveOpen }
            .Select(action => samples.First(sample => sample.Action == action && !sample.ViaConnector)).ToList();
        _unused.AddRange(samples.Except(played).Where(sample => !sample.ViaConnector && sample.Action is SellerAction.Disqualify or SellerAction.QualifyAndLose));
        var run = new DemoRun(_systems, played, new SilentProgress(), null, TimeSpan.FromMinutes(1), TimeProvider.System);
        await run.PlayAsync(CancellationToken.None);
        _stories = run.Stories;
    }

    /// <summary>A new request that becomes a prospect with its lead; each call takes another sample.</summary>
    internal async Task<Story> NewLeadAsync()
    {
        var story = new Story(_unused[0]);
        _unused.RemoveAt(0);
        story.ConfirmationId = await _systems.SubmitAsync(story.Sample, CancellationToken.None);
        await _systems.RunJobAsync("P-0001", CancellationToken.None);
        await _systems.RunJobAsync("synchronize", CancellationToken.None);
        var state = await _systems.RequestStateAsync(story, CancellationToken.None);
        (story.LegalEntity, story.ProspectId) = (((string)state["legalEntity"]!).ToLowerInvariant(), (string)state["prospectId"]!);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        while (story.Lead is null)
        {
            await _systems.RunTriggerAsync("prospect-created", "When_a_prospect_is_created", limit.Token);
            story.Lead = (await RowsAsync("leads", "leadid", story, limit.Token)).SingleOrDefault();
        }

        return story;
    }

    internal Task DisqualifyAsync(Story story) =>
        _systems.Sales.PatchAsync($"{Sales}/leads({story.LeadId})", new JsonObject { ["statecode"] = 2, ["statuscode"] = 6 }, CancellationToken.None);

    internal Task RenameAsync(Story story, string company) => _systems.Headquarters.PatchAsync(
        $"/data/Prospects(dataAreaId='{story.LegalEntity}',ProspectId='{story.ProspectId}')?cross-company=true", new JsonObject { ["CompanyName"] = company }, CancellationToken.None);

    internal Task WriteIssueAsync(Story story, string reason, string remedy) => _systems.Sales.PostAsync(
        $"{Sales}/b2b_syncissues",
        new JsonObject
        {
            ["b2b_name"] = story.Key, ["b2b_legalentity"] = story.LegalEntity, ["b2b_prospectid"] = story.ProspectId, ["b2b_step"] = "ensure-customers",
            ["b2b_reason"] = reason, ["b2b_remedy"] = remedy, ["b2b_status"] = 726000000, ["b2b_attempts"] = 2,
        },
        CancellationToken.None);

    public async Task DisposeAsync()
    {
        Pages?.Dispose();
        _systems?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private Task<IReadOnlyList<JsonObject>> RowsAsync(string set, string columns, Story story, CancellationToken stop) => _systems.Sales.ListAsync(
        $"{Sales}/{set}?$select={columns}&$filter={Uri.EscapeDataString($"b2b_legalentity eq '{story.LegalEntity}' and b2b_prospectid eq '{story.ProspectId}'")}", stop);
}
