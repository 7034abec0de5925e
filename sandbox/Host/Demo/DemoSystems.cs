using System.Text.Json.Nodes;

namespace B2BConnector.Host.Demo;

/// <summary>The systems of the sandbox as the people of the demo see them: partner, administrator, seller.</summary>
internal sealed class DemoSystems(SandboxAddresses addresses, string connectorKey) : IDisposable
{
    private readonly DemoHttp _site = new("The B2B site", addresses.Commerce, null);
    private readonly DemoHttp _connector = new("The connector", addresses.Connector, null);

    public DemoHttp Headquarters { get; } = new("Commerce", addresses.Commerce, "sandbox-administrator");

    public DemoHttp Sales { get; } = new("Sales", addresses.Dataverse, "sandbox-seller");

    public DemoHttp Runtime { get; } = new("The workflow runtime", addresses.Runtime, null);

    /// <summary>The partner sends the form. The form token makes a second press of the button the same request.</summary>
    public async Task<string> SubmitAsync(Sample sample, CancellationToken stop)
    {
        var answer = sample.ViaConnector
            ? await _connector.PostAsync("/onboarding-requests", WithChannel(sample), stop, FormToken(sample), connectorKey)
            : await _site.PostAsync($"/site/{sample.Channel}/onboarding-requests", sample.Request.DeepClone(), stop, FormToken(sample));
        return (string)answer["confirmationId"]!;
    }

    /// <summary>What <i>Customer synchronization status</i> says about a request.</summary>
    public Task<JsonObject> RequestStateAsync(Story story, CancellationToken stop) =>
        _site.GetAsync($"/site/{story.Sample.Channel}/onboarding-requests/{story.ConfirmationId}", stop);

    public Task RunJobAsync(string job, CancellationToken stop) =>
        Headquarters.PostAsync($"/jobs/{Uri.EscapeDataString(job)}/run", null, stop);

    /// <summary>The jobs that make prospects of the requests sent.</summary>
    public async Task RunRequestJobsAsync(CancellationToken stop)
    {
        await RunJobAsync("P-0001", stop);
        await RunJobAsync("Synchronize customers and channel requests", stop);
    }

    /// <summary>Convert › Approve or Reject on the page of the prospect in headquarters; nothing when it is decided already.</summary>
    public async Task DecideAsync(Story story, CancellationToken stop)
    {
        var prospect = $"/data/Prospects(dataAreaId='{story.LegalEntity}',ProspectId='{story.ProspectId}')?cross-company=true";
        if ((string?)(await Headquarters.GetAsync(prospect + "&$select=B2BProspectStatus", stop))["B2BProspectStatus"] == "Pending")
        {
            await Headquarters.PatchAsync(prospect, new JsonObject { ["B2BProspectStatus"] = story.Sample.ProspectStatus }, stop);
        }
    }

    /// <summary>The button <i>Run trigger</i> of the portal: the poll happens now and not at its next minute.</summary>
    public Task RunTriggerAsync(string workflow, string trigger, CancellationToken stop) =>
        Runtime.PostAsync($"{Management}/workflows/{workflow}/triggers/{trigger}/run?{ApiVersion}", null, stop);

    /// <summary>Names of the workflows that the runtime has.</summary>
    public async Task<IReadOnlyList<string>> WorkflowsAsync(CancellationToken stop) =>
        [.. (await Runtime.GetArrayAsync($"{Management}/workflows?{ApiVersion}", stop)).Select(workflow => (string)workflow!["name"]!)];

    /// <summary>The run history of a workflow.</summary>
    public Task<IReadOnlyList<JsonObject>> RunsAsync(string workflow, string? filter, CancellationToken stop) => Runtime.ListAsync(
        $"{Management}/workflows/{workflow}/runs?{ApiVersion}{(filter is null ? "" : "&$filter=" + Uri.EscapeDataString(filter))}", stop);

    /// <summary>No run of any workflow is under way.</summary>
    public async Task<bool> IsQuietAsync(CancellationToken stop)
    {
        foreach (var workflow in await WorkflowsAsync(stop))
        {
            if ((await RunsAsync(workflow, "status eq 'Running'", stop)).Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    public const string Management = "/runtime/webhooks/workflow/api/management";

    public const string ApiVersion = "api-version=2022-05-01";

    public void Dispose()
    {
        foreach (var system in new[] { _site, _connector, Headquarters, Sales, Runtime })
        {
            system.Dispose();
        }
    }

    private static string FormToken(Sample sample) => $"demo-{sample.Id}";

    private static JsonObject WithChannel(Sample sample)
    {
        var request = sample.Request.DeepClone().AsObject();
        request["channel"] = sample.Channel;
        return request;
    }
}
