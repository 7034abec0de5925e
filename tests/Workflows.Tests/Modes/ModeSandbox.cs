using System.Text.Json.Nodes;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Host.Sellers;
using B2BConnector.Workflows.Tests.Simulation;
using B2BConnector.Workflows.Tests.Support;

namespace B2BConnector.Workflows.Tests.Modes;

/// <summary>A whole sandbox under virtual time, with one of its systems set differently: retries that take minutes take none.</summary>
internal sealed class ModeSandbox(DemoSystems systems, VirtualTime time, DemoHttp connector, string connectorKey, string mailFolder)
{
    private const string Api = "/api/data/v9.2";
    private const int Retry = 726000001;
    private static readonly Lazy<IReadOnlyList<Sample>> AllSamples = new(() => Sample.Load(Path.Combine(Repository.Root, "samples", "onboarding-requests.json")));
    private readonly Seller _seller = new(systems.Sales);

    public DemoSystems Systems => systems;

    /// <param name="change">Sets the systems.</param>
    /// <param name="play">What happens there.</param>
    public static Task PlayAsync(Action<SandboxHooks> change, Func<ModeSandbox, Task> play)
    {
        var time = new VirtualTime();
        var options = new SandboxOptions
        {
            Root = Repository.Root, Data = null, ConsolePort = 0, ConnectorPort = 0, CommercePort = 0, DataversePort = 0, RuntimePort = 0, Time = time, Seed = 1, FeedInterval = TimeSpan.FromMinutes(1),
            LogLevel = Microsoft.Extensions.Logging.LogLevel.None,
        };
        options.Hooks.Busy = time.Part;
        change(options.Hooks);
        return time.RunAsync(async () =>
        {
            await using var app = await SandboxApp.StartAsync(options, SandboxServices.All & ~SandboxServices.Console);
            using var systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
            using var connector = new DemoHttp("The connector", app.Addresses.Connector, null);
            await play(new ModeSandbox(systems, time, connector, app.Secrets.ConnectorKey, app.MailFolder));
        });
    }

    /// <summary>A request that has become a prospect; it is asked for as a company of its own.</summary>
    public async Task<Story> ProspectAsync(string sampleId)
    {
        var story = new Story(AllSamples.Value.Single(sample => sample.Id == sampleId));
        story.ConfirmationId = await systems.SubmitAsync(story.Sample, CancellationToken.None);
        await systems.RunJobAsync("P-0001", CancellationToken.None);
        await systems.RunJobAsync("synchronize", CancellationToken.None);
        var state = await systems.RequestStateAsync(story, CancellationToken.None);
        (story.LegalEntity, story.ProspectId) = ((string?)state["legalEntity"], (string?)state["prospectId"]);
        return story;
    }

    /// <summary>Waits for the lead and lets the seller do this with it.</summary>
    public async Task ActAsync(Story story, SellerAction action)
    {
        while (story.Lead is null)
        {
            await time.WaitAsync(TimeSpan.FromMinutes(1));
            story.Lead = (await systems.Sales.ListAsync($"{Api}/leads?$select=leadid&$filter={Uri.EscapeDataString(OfProspect(story))}", CancellationToken.None)).SingleOrDefault();
        }

        await _seller.ActAsync(action, story.LeadId!, CancellationToken.None);
        await QuietAsync();
    }

    /// <summary>Nothing is under way any more, retries and callbacks included.</summary>
    public async Task QuietAsync() => Assert.Empty(await new Quiet(systems, time).WaitAsync(CancellationToken.None));

    /// <summary>Everything that all systems say about a story.</summary>
    public async Task<StoryFacts> FactsAsync(Story story)
    {
        await systems.RunJobAsync("send-email-notification", CancellationToken.None);
        return await StoryInspector.InspectAsync(systems, story, MailBox.Read(mailFolder), CancellationToken.None);
    }

    /// <summary>The open issues of a prospect.</summary>
    public Task<IReadOnlyList<JsonObject>> IssuesAsync(Story story) => systems.Sales.ListAsync(
        $"{Api}/b2b_syncissues?$select=b2b_syncissueid,b2b_step,b2b_reason,b2b_remedy&$filter={Uri.EscapeDataString(OfProspect(story) + " and b2b_status eq 726000000")}", CancellationToken.None);

    /// <summary>What the administrator does after the cause was mended.</summary>
    public async Task RetryAsync(JsonObject issue)
    {
        await systems.Sales.PatchAsync($"{Api}/b2b_syncissues({(string)issue["b2b_syncissueid"]!})", new JsonObject { ["b2b_status"] = Retry }, CancellationToken.None);
        await QuietAsync();
    }

    /// <summary>The operation Release approvals.</summary>
    public Task<JsonObject> ReleaseAsync(string legalEntity) => connector.PostAsync($"/approvals/{legalEntity}/release", null, CancellationToken.None, apiKey: connectorKey);

    /// <summary>The numbers that Sales knows of account and contact of a prospect.</summary>
    public async Task<(string? Account, string? Contact)> NumbersInSalesAsync(Story story)
    {
        var lead = await systems.Sales.GetAsync($"{Api}/leads({story.LeadId})?$select=leadid&$expand=parentaccountid($select=b2b_customeraccount),parentcontactid($select=b2b_customeraccount)", CancellationToken.None);
        return ((string?)lead["parentaccountid"]?["b2b_customeraccount"], (string?)lead["parentcontactid"]?["b2b_customeraccount"]);
    }

    /// <summary>A customer that was there before the request.</summary>
    public async Task<JsonObject> CustomerAsync(string legalEntity, params (string Name, string Value)[] columns)
    {
        var row = new JsonObject { ["dataAreaId"] = legalEntity, ["CustomerGroupId"] = "B2B", ["SalesCurrencyCode"] = "USD" };
        foreach (var (name, value) in columns)
        {
            row[name] = value;
        }

        return await systems.Headquarters.PostAsync("/data/CustomersV3?cross-company=true", row, CancellationToken.None);
    }

    private static string OfProspect(Story story) => $"b2b_legalentity eq '{story.LegalEntity}' and b2b_prospectid eq '{story.ProspectId}'";
}
