using System.Net;
using System.Text.Json.Nodes;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Host.Sellers;
using B2BConnector.Sandbox.Tests.Simulation;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Modes;

/// <summary>A whole sandbox under virtual time, with one of its systems set differently: retries that take minutes take none.</summary>
internal sealed class ModeSandbox(DemoSystems systems, VirtualTime time, HttpClient connector, string mailFolder)
{
    private const string Api = "/api/data/v9.2";
    private const int Retry = 726000001;
    private readonly Seller _seller = new(systems.Sales);

    public DemoSystems Systems => systems;

    /// <param name="change">Sets the systems.</param>
    /// <param name="play">What happens there.</param>
    /// <param name="workflows">Other workflows than the repository's.</param>
    public static Task PlayAsync(Action<SandboxHooks> change, Func<ModeSandbox, Task> play, string? workflows = null)
    {
        var time = new VirtualTime();
        var options = VirtualSandbox.Options(time, 1);
        options.Workflows = workflows ?? options.Workflows;
        change(options.Hooks);
        return PlayAsync(options, time, play);
    }

    /// <param name="options">With data in a folder and ports of its own, a sandbox goes on where the last one stopped.</param>
    /// <param name="time">The clock of the options.</param>
    /// <param name="play">What happens there.</param>
    public static Task PlayAsync(SandboxOptions options, VirtualTime time, Func<ModeSandbox, Task> play) => time.RunAsync(async () =>
    {
        await using var app = await SandboxApp.StartAsync(options, SandboxServices.All & ~SandboxServices.Console);
        using var systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
        using var connector = new HttpClient { BaseAddress = app.Addresses.Connector };
        connector.DefaultRequestHeaders.Add("X-Api-Key", app.Secrets.ConnectorKey);
        await play(new ModeSandbox(systems, time, connector, app.MailFolder));
    });

    /// <summary>A request that has become a prospect.</summary>
    public Task<Story> ProspectAsync(string sampleId) => SampleStory.ProspectAsync(systems, sampleId);

    /// <summary>Waits for the lead and lets the seller do this with it.</summary>
    public async Task ActAsync(Story story, SellerAction action)
    {
        await LeadAsync(story);
        await SellAsync(story, action);
        await QuietAsync();
    }

    /// <summary>The seller qualifies the lead and does nothing further yet.</summary>
    public async Task QualifyAsync(Story story)
    {
        var everything = new JsonObject { ["CreateAccount"] = true, ["CreateContact"] = true, ["CreateOpportunity"] = true, ["Status"] = 3 };
        await systems.Sales.PostAsync($"{Api}/leads({story.LeadId})/Microsoft.Dynamics.CRM.QualifyLead", everything, CancellationToken.None);
        await QuietAsync();
    }

    /// <summary>The seller acts, and nobody waits for what comes of it.</summary>
    public Task SellAsync(Story story, SellerAction action) => _seller.ActAsync(action, story.LeadId!, CancellationToken.None);

    /// <summary>Somebody in Commerce headquarters decides.</summary>
    public Task DecideInHeadquartersAsync(Story story, string status) => SampleStory.DecideInHeadquartersAsync(systems, story, status);

    public Task WaitAsync(TimeSpan wait) => time.WaitAsync(wait);

    public async Task LeadAsync(Story story)
    {
        while (story.Lead is null)
        {
            await time.WaitAsync(TimeSpan.FromMinutes(1));
            story.Lead = (await systems.Sales.ListAsync($"{Api}/leads?$select=leadid&$filter={Uri.EscapeDataString(OfProspect(story))}", CancellationToken.None)).SingleOrDefault();
        }
    }

    /// <summary>Nothing is under way any more, retries and callbacks included.</summary>
    public async Task QuietAsync() => Assert.Empty(await new Quiet(systems, time).WaitAsync(CancellationToken.None));

    /// <summary>Everything that all systems say about a story.</summary>
    public async Task<StoryFacts> FactsAsync(Story story) => await StoryInspector.InspectAsync(systems, story, await MailsAsync(), CancellationToken.None);

    /// <summary>The mails of Commerce, by <see cref="Story.Key"/>.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> MailsAsync()
    {
        await systems.RunJobAsync("send-email-notification", CancellationToken.None);
        return MailBox.Read(mailFolder);
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
    public async Task<JsonObject> ReleaseAsync(string legalEntity) => (await CallAsync($"/approvals/{legalEntity}/release")).Answer;

    /// <summary>The operation Approve prospect, refused.</summary>
    public async Task<(HttpStatusCode Status, JsonObject Error)> ApproveAsync(string legalEntity, string prospectId)
    {
        var (status, answer) = await CallAsync($"/prospects/{legalEntity}/{prospectId}/approve");
        return (status, answer["error"]!.AsObject());
    }

    /// <summary>Asks the workflow that decides, as opportunity-closed and reconcile do.</summary>
    public async Task<JsonObject> DecideAsync(Story story)
    {
        var address = new Uri((string)(await systems.Runtime.PostAsync(
            $"{DemoSystems.Management}/workflows/decide-prospect/triggers/When_a_decision_is_due/listCallbackUrl?{DemoSystems.ApiVersion}", null, CancellationToken.None))["value"]!).PathAndQuery;
        return await systems.Runtime.PostAsync(address, new JsonObject { ["legalEntity"] = story.LegalEntity, ["prospectId"] = story.ProspectId }, CancellationToken.None);
    }

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

    /// <summary>Calls an operation of the connector that needs no body.</summary>
    public async Task<(HttpStatusCode Status, JsonObject Answer)> CallAsync(string path)
    {
        using var response = await connector.PostAsync(new Uri(path, UriKind.Relative), null);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    private static string OfProspect(Story story) => $"b2b_legalentity eq '{story.LegalEntity}' and b2b_prospectid eq '{story.ProspectId}'";
}
