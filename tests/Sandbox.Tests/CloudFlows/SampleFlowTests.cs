using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.CloudFlows;

/// <summary>The sample cloud flows as they lie in the solution, run against connector and Dataverse through the gateway.</summary>
[Collection(nameof(HostProcess))]
public sealed class SampleFlowTests : IAsyncLifetime
{
    private const string NewProspect = "TaskForNewProspect";
    private const string NewPartner = "TaskForNewPartner";
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync(flows: "solution/flows");

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task TaskForNewProspect_AProspectIsCreated_MakesATaskThatSaysWhoAsks()
    {
        await PolledAsync();
        var story = await _sandbox.ProspectAsync("us-01");

        await RunEndsAsync(NewProspect, story, () => _sandbox.Systems.RunTriggerAsync(NewProspect, "When_a_prospect_is_created", CancellationToken.None));

        var task = Assert.Single(await TasksAsync($"Check the request of {story.Sample.Company}"));
        Assert.Equal(
            $"{RequesterOf(story)} asks for {story.Sample.Company} to become a business partner. Number: {story.ProspectId}, status: Pending.", (string?)task["description"]);
    }

    [Fact]
    public async Task TaskForNewPartner_AProspectIsApproved_IsCalledAndMakesATaskWithTheHierarchy()
    {
        var story = await _sandbox.LeadAsync("us-02");
        await _sandbox.DecideInHeadquartersAsync(story, "Approved");

        await RunEndsAsync(NewPartner, story, () => Task.CompletedTask);

        var task = Assert.Single(await TasksAsync($"Welcome {story.Sample.Company}"));
        Assert.Matches($"^{RequesterOf(story)} administers customer hierarchy [^ ]+ of the new partner[.]$", (string?)task["description"]);
    }

    [Fact]
    public async Task TaskForNewPartner_RejectedOrOfAnotherLegalEntity_MakesNoTaskOrIsNotCalled()
    {
        var other = await _sandbox.LeadAsync("nl-01");
        var own = await _sandbox.LeadAsync("us-04");
        await _sandbox.DecideInHeadquartersAsync(other, "Approved");
        await _sandbox.DecideInHeadquartersAsync(own, "Rejected");

        await RunEndsAsync(NewPartner, own, () => Task.CompletedTask);

        Assert.Empty(await TasksAsync($"Welcome {own.Sample.Company}"));
        Assert.Empty(await RunsAsync(NewPartner, other));
    }

    // The first question only says where the trigger begins.
    private Task PolledAsync() => TestSandbox.EventuallyAsync(async () => (await _sandbox.Systems.Runtime.ListAsync(
        $"{DemoSystems.Management}/workflows/{NewProspect}/triggers/When_a_prospect_is_created/histories?{DemoSystems.ApiVersion}", CancellationToken.None)).Count > 0);

    private async Task RunEndsAsync(string flow, Story story, Func<Task> meanwhile)
    {
        IReadOnlyList<string> runs = [];
        await TestSandbox.EventuallyAsync(async () =>
        {
            await meanwhile();
            runs = await RunsAsync(flow, story);
            return runs.Count > 0 && runs.All(status => status != "Running");
        });
        Assert.Equal("Succeeded", Assert.Single(runs));
    }

    /// <summary>Statuses of the runs that the prospect's event started.</summary>
    private async Task<IReadOnlyList<string>> RunsAsync(string flow, Story story)
    {
        var statuses = new List<string>();
        foreach (var run in await _sandbox.Systems.RunsAsync(flow, null, CancellationToken.None))
        {
            var link = (string)run["properties"]!["trigger"]!["outputsLink"]!["uri"]!;
            var body = (await _sandbox.Systems.Runtime.GetAsync(new Uri(link).PathAndQuery, CancellationToken.None))["body"]!;
            if ((string?)body["prospectId"] == story.ProspectId && (string?)body["legalEntity"] == story.LegalEntity)
            {
                statuses.Add((string)run["properties"]!["status"]!);
            }
        }

        return statuses;
    }

    private async Task<IReadOnlyList<JsonObject>> TasksAsync(string subject) => await _sandbox.Systems.Sales.ListAsync(
        $"/api/data/v9.2/tasks?$select=subject,description&$filter={Uri.EscapeDataString($"subject eq '{subject.Replace("'", "''", StringComparison.Ordinal)}'")}", CancellationToken.None);

    private static string RequesterOf(Story story) => $"{story.Sample.Request["firstName"]} {story.Sample.Request["lastName"]}";
}
